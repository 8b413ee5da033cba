// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_training.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::report;

namespace {

/// A pixel loss that falls from 1 to 0 with steps, after one enormous first step.
std::vector<face_model::TrainingMoment> falling(std::size_t steps, int lastStage)
{
    std::vector<face_model::TrainingMoment> moments(steps);
    for (std::size_t i = 0; i < steps; ++i) {
        moments[i].step = i + 1;
        moments[i].stage = i + 1 == steps ? lastStage : 1;
        moments[i].losses.pixel
            = i == 0 ? 1000 : 1 - static_cast<double>(i) / static_cast<double>(steps - 1);
        moments[i].losses.ssim = 0.5;
    }
    return moments;
}

} // namespace

class PlotsTrainingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lossesFallFromTheUpperLeftToTheLowerRight()
    {
        const Figure figure = lossesFigure(falling(1000, 1), 120);
        std::vector<Polyline> curves;
        for (const Polyline& line : figure.all<Polyline>())
            if (line.ink == Ink::First)
                curves.push_back(line);
        QCOMPARE(curves.size(), 3U);
        const auto& points = curves[0].points;
        QVERIFY(points.size() <= 240);
        QVERIFY(points.front().x >= 14 && points.back().x <= 116);
        // The one large value does not flatten the rest: the middle of the curve is at half height.
        QVERIFY(points.front().y < points[points.size() / 2].y);
        QVERIFY(points[points.size() / 2].y < points.back().y);
        const double height = points.back().y - points.front().y;
        QVERIFY(test::near((points[points.size() / 2].y - points.front().y) / height, 0.5, 0.1));
    }
    void theFieldOfTheDiscriminatorComesWithStageTwo()
    {
        QVERIFY(lossesFigure(falling(10, 2), 120).heightMm
                > lossesFigure(falling(10, 1), 120).heightMm);
        QVERIFY(lossesFigure({}, 120).elements.empty());
        QCOMPARE(lossesFigure(falling(1, 1), 120).all<Polyline>().empty(), false);
    }
};

FUSIFORM_TEST(PlotsTrainingTest)
#include "plots_training_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/axes.h"

#include "core/util/random.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using test::near;

namespace {

report::Figure figureWithMarks(std::span<const double> values)
{
    report::Figure figure;
    figure.widthMm = 130;
    const double head = report::kMarkLineMm * static_cast<double>(values.size());
    const report::Axes axes{{12, 6 + head, 114, 30}, {0, 100}, {0, 1}, head};
    figure.heightMm = axes.box.bottom() + 6;
    std::vector<report::Mark> marks;
    for (const double value : values)
        marks.push_back({value, FUSIFORM_TR("core", "%1 %: %2 latents").arg(50).arg(1000),
                         report::Ink::Muted, report::plain(numberText(value))});
    report::addMarks(figure, axes, marks);
    return figure;
}

/// Whether an upright line lies on a text.
bool isStruckThrough(const report::Figure& figure)
{
    for (const test::TextBox& text : test::textBoxes(figure, {}))
        for (const report::Polyline& line : figure.all<report::Polyline>()) {
            const double x = line.points.front().x;
            if (x > text.box.left && x < text.box.right()
                && line.points.front().y < text.box.bottom() && line.points.back().y > text.box.top)
                return true;
        }
    return false;
}

} // namespace

class AxesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksStandAtTheirValuesAndTellThem()
    {
        const std::vector<double> values = {25, 75};
        const report::Figure figure = figureWithMarks(values);
        const auto lines = figure.all<report::Polyline>();
        QCOMPARE(lines.size(), 2U);
        for (const report::Polyline& line : lines) {
            const double value = (line.points.front().x - 12) / 114 * 100;
            const report::Spot* const spot = report::spotAt(figure, line.points.back());
            QVERIFY(spot);
            QVERIFY(near(std::stod(spot->tip.english()), value, 1e-9));
        }
    }

    void namesOfMarksLieNeitherOnEachOtherNorUnderLines()
    {
        for (const std::vector<double>& values : {std::vector<double>{1, 2, 3},
                                                  {97, 98, 99},
                                                  {48, 89, 99},
                                                  {1, 50, 99},
                                                  {50, 50, 50},
                                                  {90, 99, 50},
                                                  {60, 62, 86, 100}})
            for (const double shift : {-0.5, 0.0, 0.5}) {
                std::vector<double> shifted = values;
                for (double& value : shifted)
                    value += shift;
                const report::Figure figure = figureWithMarks(shifted);
                QVERIFY(test::textsHaveRoom(figure));
                QVERIFY(!isStruckThrough(figure));
            }
    }
};

FUSIFORM_TEST(AxesTest)
#include "axes_test.moc"

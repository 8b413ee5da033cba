// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_quality.h"

#include "core/report/axes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numbers>

using namespace fusiform;
using test::near;

namespace {

constexpr int kScans = 40;

preprocess::RunSeries madeUpRun()
{
    preprocess::RunSeries run;
    run.motion.resize(kScans, 6);
    for (int t = 0; t < kScans; ++t) {
        for (int p = 0; p < 6; ++p)
            run.motion(t, p) = 0.01 * (p + 1) * t * (p % 2 == 0 ? 1 : -1);
        run.displacement.push_back(t == 17 ? 0.9 : 0.1);
        run.dvars.push_back(t == 0 ? 0 : 1 + 0.01 * t);
        run.globalSignal.push_back(1000 + 2 * t);
    }
    run.outliers = {17};
    return run;
}

/// The curves of a figure: lines with a point for each volume (or for each but the first).
std::vector<report::Polyline> curvesOf(const report::Figure& figure)
{
    std::vector<report::Polyline> curves;
    for (const report::Polyline& line : figure.all<report::Polyline>())
        if (line.points.size() + 1 >= kScans)
            curves.push_back(line);
    return curves;
}

/// Whether points lie where `values` lie, up to one scale and one offset for the whole curve.
bool isCurveOf(const report::Polyline& line, std::span<const double> values)
{
    const std::size_t first = values.size() - line.points.size();
    const auto& low = line.points.front();
    const auto& high = line.points.back();
    const double scale = (high.y - low.y) / (values.back() - values[first]);
    for (std::size_t i = 0; i < line.points.size(); ++i)
        if (std::abs(line.points[i].y - low.y - scale * (values[first + i] - values[first])) > 1e-9)
            return false;
    return scale < 0; // more is higher, and y goes down
}

} // namespace

class PlotsQualityTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void motionIsDrawnAsItIsInTheConfounds()
    {
        const preprocess::RunSeries run = madeUpRun();
        const auto curves = curvesOf(report::motionFigure(run, 180));
        QCOMPARE(curves.size(), 7U); // three shifts, three turns, displacement
        for (int p = 0; p < 6; ++p) {
            const Eigen::VectorXd column = run.motion.col(p);
            QVERIFY(isCurveOf(curves[static_cast<std::size_t>(p)],
                              {column.data(), static_cast<std::size_t>(kScans)}));
        }
    }

    void rotationsAreInDegrees()
    {
        preprocess::RunSeries run = madeUpRun();
        run.motion.rightCols(3).setZero();
        run.motion(kScans - 1, 3) = std::numbers::pi / 2;
        const report::Figure figure = report::motionFigure(run, 180);
        const auto labels = figure.all<report::Label>();
        const auto is = [&](const char* text) {
            return std::ranges::any_of(
                labels, [&](const report::Label& label) { return label.text.english() == text; });
        };
        QVERIFY(is("Rotation (degrees)"));
        QVERIFY(is("50"));
    }

    void anOutlierIsMarkedWhereItIsAndSaysSo()
    {
        const report::Figure figure = report::motionFigure(madeUpRun(), 180);
        QCOMPARE(figure.all<report::Area>().size(), 3U); // one in each field
        QCOMPARE(figure.spots.size(), 3U);
        const auto jump = curvesOf(figure).back();
        const report::Point peak = jump.points[16]; // the curve begins with the second volume
        const report::Spot* const spot = report::spotAt(figure, {peak.x, peak.y});
        QVERIFY(spot);
        QCOMPARE(spot->tip.english(), std::string("Volume 17: displacement 0.9 mm, DVARS 1.17 %"));
    }

    void theDriftLineRunsThroughASignalThatDrifts()
    {
        const preprocess::RunSeries run = madeUpRun();
        const report::Figure figure = report::intensityFigure(run, 180);
        const auto curves = curvesOf(figure);
        QCOMPARE(curves.size(), 2U);
        QVERIFY(isCurveOf(curves[1], run.globalSignal));
        for (const report::Polyline& line : figure.all<report::Polyline>())
            if (line.ink == report::Ink::Second && line.points.size() == 2 && line.widthMm == 0.5) {
                QVERIFY(near(line.points[0].y, curves[1].points.front().y, 1e-9));
                QVERIFY(near(line.points[1].y, curves[1].points.back().y, 1e-9));
                return;
            }
        QFAIL("no drift line");
    }

    void carpetGreysAreStandardDeviations()
    {
        report::Carpet carpet;
        carpet.rows.resize(1, 3);
        carpet.rows << -2.5F, 0, 9;
        const image::Picture picture = report::carpetPicture(carpet);
        QCOMPARE(picture.width, 3);
        QCOMPARE(picture.rgb, (std::vector<float>{0, 0, 0, 0.5F, 0.5F, 0.5F, 1, 1, 1}));
    }

    void ticksAreRoundNumbersInsideTheRange()
    {
        QCOMPARE(report::roundTicks({0, 195}, 8), (std::vector<double>{0, 50, 100, 150}));
        QCOMPARE(report::roundTicks({-0.3, 0.3}, 3).size(), 3U);
        QVERIFY(report::roundTicks({1, 1}, 5).empty());
    }

    void runNamesAreShort()
    {
        QCOMPARE(report::shortRunName("sub-01_ses-02_task-faces_run-03"),
                 std::string("ses-02 · faces 3"));
        QCOMPARE(report::shortRunName("sub-01_task-loc_run-10"), std::string("loc 10"));
        QCOMPARE(report::shortRunName("odd"), std::string("odd"));
    }

    void aSubjectWithoutRunsGivesAnEmptyFigure()
    {
        QVERIFY(report::runsFigure({}, {}, 180).elements.empty());
        QVERIFY(report::motionFigure({}, 180).heightMm > 0);
    }
};

FUSIFORM_TEST(PlotsQualityTest)
#include "plots_quality_test.moc"

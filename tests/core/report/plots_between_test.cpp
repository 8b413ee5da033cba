// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_between.h"

#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::report;

namespace {

BetweenPlot betweenExample()
{
    BetweenPlot plot;
    plot.title = plain("sub-01: reconstructions against their originals");
    plot.axis = plain("mean over faces");
    plot.floorName = plain("mean training face");
    plot.chanceName = plain("other faces' originals");
    plot.ceilingName = plain("true code");
    BetweenRow first;
    first.name = plain("portraits-vaegan");
    first.group = plain("SSIM");
    first.value = 0.5;
    first.interval = {0.4, 0.6};
    first.points = {0.3, 0.7};
    first.floor = 0.2;
    first.chance = 0.25;
    first.ceiling = 0.8;
    first.note = plain("p = 0.0001");
    BetweenRow second;
    second.name = plain("pca");
    second.value = std::nan("");
    plot.rows = {first, second};
    return plot;
}

double middleOf(const Area& disc)
{
    double sum = 0;
    for (const Point& corner : disc.outline)
        sum += corner.x;
    return sum / static_cast<double>(disc.outline.size());
}

} // namespace

class PlotsBetweenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesLieBetweenTheirMarks()
    {
        const Figure figure = betweenFigure(betweenExample(), 180);
        QVERIFY(test::textsHaveRoom(figure));
        const auto discs = figure.all<Area>(); // two faces, then the mean
        QCOMPARE(discs.size(), std::size_t{3});
        const double perUnit = (middleOf(discs[1]) - middleOf(discs[0])) / 0.4;
        QVERIFY(test::near(middleOf(discs[2]), middleOf(discs[0]) + 0.2 * perUnit, 1e-9));
        // Upright marks: three of the key, three of the row, in their places.
        std::vector<double> marks;
        for (const Polyline& line : figure.all<Polyline>())
            if (line.points.front().x == line.points.back().x && line.ink != Ink::Grid)
                marks.push_back(line.points.front().x);
        QCOMPARE(marks.size(), std::size_t{6});
        for (std::size_t m = 0; m < 3; ++m)
            QVERIFY(test::near(marks[3 + m],
                               middleOf(discs[0]) + (std::array{-0.1, -0.05, 0.5}[m]) * perUnit,
                               1e-9));
        QVERIFY(test::hasLabel(figure, "[0.40, 0.60]"));
        QVERIFY(test::hasLabel(figure, "n/a"));
    }
    void aNarrowFigureLeavesIntervalsToTheTable()
    {
        BetweenPlot plot = betweenExample();
        plot.title = plain("sub-01: reconstructions");
        plot.rows[0].groupNote = plain("W = 1.00, exact p = 0.1250");
        const Figure figure = betweenFigure(plot, 89);
        QVERIFY(test::textsHaveRoom(figure));
        QVERIFY(!test::hasLabel(figure, "[0.40, 0.60]"));
        QVERIFY(test::hasLabel(figure, "p = 0.0001"));
    }
    void marksThatAreNotNamedAreNotInTheKey()
    {
        BetweenPlot plot = betweenExample();
        plot.floorName = {};
        plot.chanceName = {};
        plot.ceilingName = {};
        const Figure figure = betweenFigure(plot, 180);
        QVERIFY(!test::hasLabel(figure, "mean training face"));
        QVERIFY(test::textsHaveRoom(figure));
    }
};

FUSIFORM_TEST(PlotsBetweenTest)
#include "plots_between_test.moc"

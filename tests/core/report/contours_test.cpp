// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/contours.h"
#include "core/report/mosaic.h"
#include "core/report/plots_selection.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numbers>

using namespace fusiform;
using report::Point;

namespace {

using Line = std::vector<Point>;

/// Shoelace: positive one way round, negative the other.
double areaWithin(const Line& line)
{
    double twice = 0;
    for (std::size_t p = 0; p + 1 < line.size(); ++p)
        twice += line[p].x * line[p + 1].y - line[p + 1].x * line[p].y;
    return twice / 2;
}

} // namespace

class ContoursTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onePixelIsADiamond()
    {
        std::vector<float> plane(9, 0.F);
        plane[4] = 1;
        const std::vector<Line> lines = report::contours(plane, 3, 0.5);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].size(), std::size_t{5});
        QVERIFY(lines[0].front() == lines[0].back());
        QVERIFY(test::near(std::abs(areaWithin(lines[0])), 0.5, 1e-12));
        for (const Point& point : lines[0])
            QVERIFY(test::near(std::abs(point.x - 1.5) + std::abs(point.y - 1.5), 0.5, 1e-12));
        // A higher level lies nearer the centre: 1 - 0.8 of the way.
        const std::vector<Line> higher = report::contours(plane, 3, 0.8);
        for (const Point& point : higher[0])
            QVERIFY(test::near(std::abs(point.x - 1.5) + std::abs(point.y - 1.5), 0.2, 1e-6));
    }
    void discsHaveTheirAreaAndHoles()
    {
        constexpr int kSide = 60;
        std::vector<float> plane;
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const double r = std::hypot(x + 0.5 - 28, y + 0.5 - 31);
                plane.push_back(static_cast<float>(std::min(20 - r, r - 8))); // a ring of 8 to 20
            }
        const std::vector<Line> lines = report::contours(plane, kSide, 0);
        QCOMPARE(lines.size(), std::size_t{2});
        const double first = areaWithin(lines[0]);
        const double second = areaWithin(lines[1]);
        QVERIFY(first * second < 0); // the hole runs the other way
        QVERIFY(test::near(std::abs(first + second), std::numbers::pi * (400 - 64), 4));
    }
    void whatReachesTheEdgeIsClosedThere()
    {
        const std::vector<float> plane(12, 1.F); // 4 x 3, all inside
        const std::vector<Line> lines = report::contours(plane, 4, 0.5);
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].front() == lines[0].back());
        QVERIFY(std::abs(areaWithin(lines[0])) > 6 && std::abs(areaWithin(lines[0])) < 12);
        QVERIFY(report::contours(std::vector<float>(12, 0.F), 4, 0.5).empty());
        QVERIFY(report::contours({}, 4, 0.5).empty());
    }
    void touchingCornersAreTwoLinesOrOne()
    {
        // Corners at 1 0 / 0 1: the mean of 0.5 is inside at 0.4 and outside at 0.6.
        const std::vector<float> plane = {1, 0, 0, 1};
        QCOMPARE(report::contours(plane, 2, 0.6).size(), std::size_t{2});
        QCOMPARE(report::contours(plane, 2, 0.4).size(), std::size_t{1});
        const std::vector<float> other = {0, 1, 1, std::nanf("")};
        QCOMPARE(report::contours(other, 2, 0.6).size(), std::size_t{2});
    }
    /// A box of voxels in a mosaic lies around the pixels that mosaic() paints.
    void linesLieWhereTheMosaicPaints()
    {
        Eigen::Matrix4d affine = Eigen::Vector4d(-3, 3, 3, 1).asDiagonal(); // from right to left
        const image::Grid grid{{12, 10, 6}, image::Affine(affine)};
        image::Volume mask{grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 1.F)};
        image::Volume box = mask;
        std::ranges::fill(box.values, 0.F);
        for (image::Index k = 0; k < 6; ++k)
            for (image::Index j = 2; j < 5; ++j)
                for (image::Index i = 1; i < 4; ++i)
                    box.values[static_cast<std::size_t>(grid.index({i, j, k}))] = 1;
        constexpr report::MosaicOptions kOptions = {2, 4, 3};
        const image::Picture picture = report::mosaic(
            mask,
            [&](const image::Voxel& v) -> report::Color {
                return {box.at(v), box.at(v), box.at(v)};
            },
            kOptions);
        const std::vector<Line> lines = report::mosaicContours(mask, box, 0.5, kOptions);
        QCOMPARE(lines.size(), std::size_t{4});
        for (const Line& line : lines) {
            double x = 0;
            double y = 0;
            for (std::size_t p = 0; p + 1 < line.size(); ++p) {
                x += line[p].x / static_cast<double>(line.size() - 1);
                y += line[p].y / static_cast<double>(line.size() - 1);
            }
            const auto at = [&](double column, double row) {
                return picture
                    .rgb[3
                         * static_cast<std::size_t>(static_cast<int>(row * 3) * picture.width
                                                    + static_cast<int>(column * 3))];
            };
            QCOMPARE(at(x, y), 1.F);
            QCOMPARE(at(x + 1.4, y), 1.F);
            QCOMPARE(at(x + 1.7, y), 0.F);
            QCOMPARE(at(x - 1.7, y), 0.F);
            QCOMPARE(at(x, y - 1.7), 0.F);
            QCOMPARE(at(x, y + 1.7), 0.F);
        }
    }
    void aMapSaysWhatItsColoursAndLinesAre()
    {
        const image::Grid grid{{12, 10, 16}, image::Affine()};
        image::Volume mean{grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 1.F)};
        image::Volume inner = mean;
        for (image::Index v = 0; v < grid.size(); ++v)
            inner.values[static_cast<std::size_t>(v)] = grid.voxel(v).i < 6 ? 1.F : 0.F;
        std::vector<report::PartName> parts;
        for (int subjects = 1; subjects <= 4; ++subjects)
            parts.push_back({FUSIFORM_TR("core", "%1 subjects (%2 voxels)")
                                 .arg(subjects)
                                 .arg(report::groupedNumber(123456)),
                             {200, 100, 50}});
        const report::PartBorder border{FUSIFORM_TR("core", "inner border of the cortex"), &inner};
        for (const double widthMm : {89.0, 120.0, 180.0}) {
            const Text title = FUSIFORM_TR("core", "Key");
            const report::Figure with
                = report::partsFigure(mean, mean, parts, title, widthMm, &border);
            const report::Figure without = report::partsFigure(mean, mean, parts, title, widthMm);
            QVERIFY(test::textsHaveRoom(with));
            QVERIFY(test::textsHaveRoom(without));
            // One closed line a slice, and one in the legend; none without.
            QCOMPARE(with.all<report::Polyline>().size(), std::size_t{14 + 1});
            QVERIFY(without.all<report::Polyline>().empty());
            QVERIFY(test::hasLabel(with, "inner border of the cortex"));
            const report::Box slices = with.all<report::Raster>().front().box;
            const std::vector<report::Polyline> lines = with.all<report::Polyline>();
            for (std::size_t line = 0; line < 14; ++line)
                for (const Point& point : lines[line].points)
                    QVERIFY(slices.contains(point));
        }
    }
};

FUSIFORM_TEST(ContoursTest)
#include "contours_test.moc"

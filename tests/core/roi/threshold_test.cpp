// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/threshold.h"

#include "tests/support/grids.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr double kNoLimit = std::numeric_limits<double>::infinity();

image::Volume lineOf(const std::vector<float>& values)
{
    return {{{static_cast<image::Index>(values.size()), 1, 1}, {}}, values};
}

image::VoxelSet allOf(const image::Grid& grid)
{
    return test::everyVoxel(grid, [](const Eigen::Vector3d&) { return true; });
}

/// x + 2 y - z / 2, which linear interpolation keeps.
image::Volume planeOn(const image::Grid& grid)
{
    image::Volume map{grid, {}};
    for (image::Index v = 0; v < grid.size(); ++v) {
        const Eigen::Vector3d at = grid.mm(v).at;
        map.values.push_back(static_cast<float>(at[0] + 2 * at[1] - at[2] / 2));
    }
    return map;
}

} // namespace

class ThresholdTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void valuesOnTheThresholdAreNeitherAboveNorBelow()
    {
        const image::Volume map = lineOf({-1, 0, 1, 2, 3, kNaN});
        const image::VoxelSet all = allOf(map.grid);
        const auto found = [&](double above, double below) {
            return roi::withValues(map, roi::between(above, below), all).indices();
        };
        using Voxels = std::vector<image::Index>;
        QCOMPARE(found(0, kNoLimit), (Voxels{2, 3, 4}));
        QCOMPARE(found(-kNoLimit, 2), (Voxels{0, 1, 2}));
        QCOMPARE(found(0, 3), (Voxels{2, 3}));
        QCOMPARE(found(2, 1), Voxels{});
        // NaN never belongs, not even where there is no limit.
        QCOMPARE(found(-kNoLimit, kNoLimit), (Voxels{0, 1, 2, 3, 4}));
        QCOMPARE(roi::withValues(map, {0, 2}, all).indices(), (Voxels{1, 2, 3}));
    }
    void onlyWhatIsAllowedIsLookedAt()
    {
        const image::Volume map = lineOf({5, 5, 5, 5});
        image::VoxelSet allowed(map.grid.shape);
        allowed.insert({2, 0, 0});
        QVERIFY(roi::withValues(map, {}, allowed) == allowed);
    }
    void aMapOnAnotherGridIsInterpolatedAndThisIsSaid()
    {
        const image::Grid fine = test::gridAround({40, 40, 40}, test::sizes(-1, 1, 1));
        const image::Grid coarse
            = test::gridAround({7, 7, 7}, test::turned(0.3) * test::sizes(2, 2.5, 2));
        std::vector<std::string> warnings;
        Progress progress({}, {}, [&](NoteLevel level, const Text& text) {
            if (level == NoteLevel::Warning)
                warnings.push_back(text.english());
        });
        const image::Volume there = roi::mapOnGrid(planeOn(fine), coarse, "t.nii.gz", progress);
        const image::Volume truth = planeOn(coarse);
        QVERIFY(there.grid == coarse);
        for (std::size_t v = 0; v < truth.values.size(); ++v)
            QVERIFY(test::near(there.values[v], truth.values[v], 1e-4)); // floats of up to 40
        QCOMPARE(warnings.size(), std::size_t{1});
        QVERIFY(warnings[0].find("t.nii.gz") != std::string::npos);
        QVERIFY(warnings[0].find("linearly") != std::string::npos);
    }
    void aMapOnTheSameGridIsTakenAsItIs()
    {
        const image::Grid grid = test::gridsOfAllKinds()[1];
        image::Volume map = planeOn(grid);
        map.values[5] = kNaN;
        bool isWarned = false;
        Progress progress({}, {}, [&](NoteLevel, const Text&) { isWarned = true; });
        const image::Volume same = roi::mapOnGrid(map, grid, "map", progress);
        QVERIFY(!isWarned);
        QVERIFY(std::isnan(same.values[5]));
        QCOMPARE(same.values[6], map.values[6]);
    }
    void outsideTheMapThereIsNoValue()
    {
        Progress progress;
        const image::Grid grid = test::gridAround({9, 9, 9}, test::sizes(4, 4, 4));
        const image::Volume map = planeOn(test::gridAround({4, 4, 4}, test::sizes(4, 4, 4)));
        const image::Volume there = roi::mapOnGrid(map, grid, "map", progress);
        // The map reaches 8 mm to each side; half a voxel beyond its outer centres counts.
        const image::VoxelSet found = roi::withValues(there, {}, allOf(grid));
        QVERIFY(found == test::everyVoxel(grid, [](const Eigen::Vector3d& at) {
                    return at.cwiseAbs().maxCoeff() <= 8;
                }));
    }
};

FUSIFORM_TEST(ThresholdTest)
#include "threshold_test.moc"

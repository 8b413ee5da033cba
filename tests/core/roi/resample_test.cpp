// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/resample.h"

#include "tests/support/grids.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numbers>

using namespace fusiform;
using Eigen::Vector3d;

namespace {

roi::PlacedSet ballOn(const image::Grid& grid, double radius)
{
    return {test::everyVoxel(grid, [&](const Vector3d& at) { return at.norm() <= radius; }), grid};
}

double volumeOf(const image::VoxelSet& set, const image::Grid& grid)
{
    return static_cast<double>(set.count()) * grid.affine.voxelVolume();
}

image::VoxelSet onGrid(const roi::PlacedSet& set, const image::Grid& grid,
                       const roi::ResampleOptions& options = {})
{
    Progress progress;
    return roi::resampled(set, grid, options, progress);
}

} // namespace

class ResampleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSameGridGivesTheSameSet()
    {
        Random random(3);
        for (const image::Grid& grid : test::gridsOfAllKinds()) {
            const roi::PlacedSet set{test::randomSet(grid.shape, 0.4, random), grid};
            QVERIFY(onGrid(set, grid) == set.voxels);
        }
    }
    void anotherOrderOfStorageHasTheSameVoxels()
    {
        Random random(4);
        const image::Grid grid
            = test::gridAround({9, 8, 7}, test::turned(0.2) * test::sizes(2, 3, 4));
        const roi::PlacedSet set{test::randomSet(grid.shape, 0.4, random), grid};
        for (const image::Grid& stored : test::allOrientationsOf(grid))
            for (const auto how : {roi::Resampling::Share, roi::Resampling::Nearest})
                QVERIFY(test::placesOf(onGrid(set, stored, {how}), stored)
                        == test::placesOf(set.voxels, grid));
    }
    void voxelsCutInEightHaveTheSameVolumeAndComeBack()
    {
        Random random(5);
        const image::Grid coarse = test::gridAround({8, 7, 6}, test::sizes(4, 4, 6));
        const image::Grid fine = test::gridAround({16, 14, 12}, test::sizes(2, -2, 3));
        const roi::PlacedSet set{test::randomSet(coarse.shape, 0.4, random), coarse};
        for (const auto how : {roi::Resampling::Share, roi::Resampling::Nearest}) {
            const image::VoxelSet cut = onGrid(set, fine, {how});
            QCOMPARE(cut.count(), 8 * set.voxels.count());
            QVERIFY(onGrid({cut, fine}, coarse) == set.voxels);
        }
    }
    void theShareThatLiesInMembersDecides()
    {
        // A coarse voxel of eight fine ones, of which the first `members` belong.
        const image::Grid fine = test::gridAround({2, 2, 2}, test::sizes(1, 1, 1));
        const image::Grid coarse = test::gridAround({1, 1, 1}, test::sizes(2, 2, 2));
        for (image::Index members = 0; members <= 8; ++members) {
            image::VoxelSet set(fine.shape);
            for (image::Index v = 0; v < members; ++v)
                set.insert(fine.voxel(v));
            for (const double share : {0.01, 0.25, 0.5, 0.51, 0.9, 1.0}) {
                const bool belongs = members > 0 && static_cast<double>(members) >= 8 * share;
                const image::VoxelSet there
                    = onGrid({set, fine}, coarse, {roi::Resampling::Share, share});
                QCOMPARE(there.count(), belongs ? 1 : 0);
            }
        }
    }
    void aBallKeepsItsVolumeOnGridsOfAllKinds()
    {
        constexpr double kRadius = 9;
        const double truth = 4.0 / 3 * std::numbers::pi * std::pow(kRadius, 3);
        const roi::PlacedSet fine = ballOn(
            test::gridAround({50, 50, 50}, test::turned(0.7) * test::sizes(.5, .5, .5)), kRadius);
        QVERIFY(test::near(volumeOf(fine.voxels, fine.grid) / truth, 1, 0.01));
        for (image::Grid grid : test::gridsOfAllKinds()) {
            const image::VoxelSet there = onGrid(fine, grid);
            // A ball of 9 mm in voxels of 8 to 25 mm³: the border is rough, either way alike.
            QVERIFY(test::near(volumeOf(there, grid) / truth, 1, 0.06));
            // By share the voxels are those whose centre is inside, but for the border.
            for (const image::Index v : there.indices())
                QVERIFY(grid.mm(v).at.norm() < kRadius + grid.affine.voxelSize().norm() / 4);
        }
    }
    void aCoarseBallOnAFinerObliqueGridKeepsItsVolume()
    {
        const roi::PlacedSet coarse = ballOn(test::gridAround({9, 9, 9}, test::sizes(4, 4, 4)), 12);
        const image::Grid fine
            = test::gridAround({70, 70, 70}, test::turned(1.1) * test::sizes(.7, .7, .7));
        for (const auto how : {roi::Resampling::Share, roi::Resampling::Nearest}) {
            const double ratio = volumeOf(onGrid(coarse, fine, {how}), fine)
                                 / volumeOf(coarse.voxels, coarse.grid);
            QVERIFY(test::near(ratio, 1, 0.01));
        }
    }
    void gridsThatDoNotMeetGiveNothing()
    {
        const image::Grid grid = test::gridAround({5, 5, 5}, test::sizes(2, 2, 2));
        const image::Grid far = test::gridAround({5, 5, 5}, test::sizes(3, 3, 3), {100, 0, 0});
        QVERIFY(onGrid(ballOn(grid, 5), far).isEmpty());
        QVERIFY(onGrid({image::VoxelSet(grid.shape), grid}, far).isEmpty());
    }
};

FUSIFORM_TEST(ResampleTest)
#include "resample_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/morphology.h"

#include "core/util/error.h"
#include "tests/support/grids.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

/// Voxels of the grid within a distance of one of `from`, pair by pair.
image::VoxelSet nearTo(const image::VoxelSet& from, const image::Grid& grid, double distance)
{
    const std::vector<image::Index> members = from.indices();
    return test::everyVoxel(grid, [&](const Eigen::Vector3d& at) {
        return std::ranges::any_of(members, [&](image::Index member) {
            return (grid.mm(member).at - at).norm() <= distance + 1e-6;
        });
    });
}

image::VoxelSet complementOf(const image::VoxelSet& set)
{
    const image::Grid grid{set.shape(), {}};
    return test::everyVoxel(grid, [](const Eigen::Vector3d&) { return true; }).minus(set);
}

} // namespace

class MorphologyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void growingTakesWhatIsWithinTheDistance()
    {
        Random random(3);
        Progress progress;
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const double share : {0.002, 0.2, 0.9})
                for (const double distance : {1.0, 2.0, 4.1, 6.3, 200.0}) {
                    const image::VoxelSet set = test::randomSet(grid.shape, share, random);
                    QVERIFY(roi::grown(set, grid, distance, progress)
                            == nearTo(set, grid, distance));
                }
    }
    void shrinkingTakesAwayWhatIsNearToOthers()
    {
        Random random(4);
        Progress progress;
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const double share : {0.5, 0.99, 0.999})
                for (const double distance : {1.0, 2.0, 4.1, 6.3, 200.0}) {
                    const image::VoxelSet set = test::randomSet(grid.shape, share, random);
                    QVERIFY(roi::shrunk(set, grid, distance, progress)
                            == set.minus(nearTo(complementOf(set), grid, distance)));
                }
    }
    void aVoxelGrowsToTheBallAroundIt()
    {
        const image::Grid grid = test::gridAround({21, 21, 21}, test::sizes(3, 3, 3));
        image::VoxelSet one(grid.shape);
        one.insert({10, 10, 10});
        Progress progress;
        // Points of the cubic lattice within r: OEIS A000605.
        QCOMPARE(roi::grown(one, grid, 6, progress).count(), 33);
        QCOMPARE(roi::grown(one, grid, 12, progress).count(), 257);
        // And back: the ball without what is near to the rest.
        QVERIFY(roi::shrunk(roi::grown(one, grid, 6, progress), grid, 6, progress) == one);
    }
    void noDistanceChangesNothing()
    {
        Random random(2);
        Progress progress;
        const image::Grid grid = test::gridsOfAllKinds()[0];
        const image::VoxelSet set = test::randomSet(grid.shape, 0.3, random);
        for (const double distance : {0.0, -2.0, 1.9, std::nan("")}) {
            QVERIFY(roi::grown(set, grid, distance, progress) == set);
            QVERIFY(roi::shrunk(set, grid, distance, progress) == set);
        }
        const image::VoxelSet none(grid.shape);
        QVERIFY(roi::grown(none, grid, 5, progress) == none);
        QVERIFY(roi::shrunk(none, grid, 5, progress) == none);
    }
    void theEdgeOfTheGridTakesNothingAway()
    {
        const image::Grid grid = test::gridAround({6, 6, 6}, test::sizes(2, 2, 2));
        const image::VoxelSet all
            = test::everyVoxel(grid, [](const Eigen::Vector3d&) { return true; });
        Progress progress;
        QVERIFY(roi::shrunk(all, grid, 50, progress) == all);
    }
    void growingCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        Progress progress(stop.get_token());
        const image::Grid grid = test::gridsOfAllKinds()[0];
        image::VoxelSet one(grid.shape);
        one.insert({5, 5, 5});
        QVERIFY_EXCEPTION_THROWN((void)roi::grown(one, grid, 5, progress), Error);
    }
};

FUSIFORM_TEST(MorphologyTest)
#include "morphology_test.moc"

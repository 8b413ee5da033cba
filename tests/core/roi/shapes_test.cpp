// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/shapes.h"

#include "core/io/nifti.h"
#include "tests/support/grids.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace fusiform;
using Eigen::Vector3d;
using image::MmPoint;

namespace {

/// The distance from a line, by looking at 2,000 points on it.
double distanceBySteps(const Vector3d& at, const Vector3d& from, const Vector3d& to)
{
    double least = (at - from).norm();
    for (int step = 0; step <= 2000; ++step)
        least = std::min(least, (at - from - (to - from) * (step / 2000.0)).norm());
    return least;
}

/// Whether two sets are the same but for voxels whose distance is within `slack` of the border.
template <class Distance>
bool agree(const image::Grid& grid, const image::VoxelSet& set, double radius, Distance distance,
           double slack)
{
    for (image::Index v = 0; v < grid.size(); ++v) {
        const double off = distance(grid.mm(v).at);
        if (std::abs(off - radius) > slack && set.contains(grid.voxel(v)) != (off < radius))
            return false;
    }
    return true;
}

} // namespace

class ShapesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBallHoldsEveryVoxelWithinItsRadius()
    {
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const double radius : {3.0, 5.5, 11.0, 100.0})
                for (const Vector3d& centre : {Vector3d(0.2, 0.1, -0.4), Vector3d(9, -8, 7)}) {
                    const image::VoxelSet truth = test::everyVoxel(
                        grid, [&](const Vector3d& at) { return (at - centre).norm() <= radius; });
                    QVERIFY(roi::ball(grid, {centre}, radius) == truth);
                }
    }
    void aBallOnVoxelsHasTheNumbersOfTheLattice()
    {
        // Points of a cubic lattice within r of one of them: OEIS A000605 for r = 0, 1, 2, 3, 4.
        const image::Grid grid = test::gridAround({21, 21, 21}, test::sizes(3, 3, 3));
        const std::array counts = {1, 7, 33, 123, 257};
        for (std::size_t r = 0; r < counts.size(); ++r)
            QCOMPARE(roi::ball(grid, {}, 3.0 * static_cast<double>(r)).count(), counts[r]);
    }
    void aTinyBallIsTheVoxelThatWasPointedAt()
    {
        for (const image::Grid& grid : test::gridsOfAllKinds()) {
            const MmPoint place{grid.mm(image::Voxel{5, 6, 7}).at + Vector3d(0.6, -0.5, 0.4)};
            for (const double radius : {0.1, 0.0, -3.0, std::numeric_limits<double>::quiet_NaN()}) {
                const image::VoxelSet set = roi::ball(grid, place, radius);
                QCOMPARE(set.count(), 1);
                QVERIFY(set.contains(grid.nearest(place)));
            }
        }
    }
    void outsideTheGridThereIsNothing()
    {
        const image::Grid grid = test::gridsOfAllKinds()[2];
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        QVERIFY(roi::ball(grid, {{500, 0, 0}}, 5).isEmpty());
        QVERIFY(roi::ball(grid, {{kInfinity, 0, 0}}, 5).isEmpty());
        QVERIFY(roi::ball(grid, {{std::nan(""), 0, 0}}, 5).isEmpty());
        QVERIFY(roi::diskAlong(grid, {}, {{{0, 0, 0}}, {{0, std::nan(""), 0}}, 5}).isEmpty());
        QVERIFY(roi::box(grid, {{0, 0, 0}}, {{std::nan(""), 1, 1}}).isEmpty());
    }
    void onlyWhatIsAllowedIsTaken()
    {
        const image::Grid grid = test::gridsOfAllKinds()[0];
        const image::VoxelSet front
            = test::everyVoxel(grid, [](const Vector3d& at) { return at[1] > 1; });
        const image::VoxelSet all = roi::ball(grid, {}, 6);
        QVERIFY(roi::ball(grid, {}, 6, &front) == all.intersected(front));
        QVERIFY(roi::ball(grid, {{0, -4, 0}}, 0.1, &front).isEmpty());
        QVERIFY(roi::box(grid, {{-3, -3, -3}}, {{3, 3, 3}}, &front)
                == roi::box(grid, {{-3, -3, -3}}, {{3, 3, 3}}).intersected(front));
    }
    void aStrokeHoldsWhatLiesAlongItsLine()
    {
        const Vector3d from(-6, 2, 1);
        const Vector3d to(5, -3, 4);
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const double radius : {4.0, 7.0}) {
                const image::VoxelSet set = roi::ballAlong(grid, {{from}, {to}, radius});
                QVERIFY(agree(
                    grid, set, radius,
                    [&](const Vector3d& at) { return distanceBySteps(at, from, to); }, 0.01));
                QVERIFY(roi::ball(grid, {from}, radius).minus(set).isEmpty());
                QVERIFY(roi::ballAlong(grid, {{to}, {from}, radius}) == set);
            }
    }
    void aThinStrokeHasNoHoles()
    {
        const Vector3d from(-9, 8, 3);
        const Vector3d to(8, -7, -5);
        for (const image::Grid& grid : test::gridsOfAllKinds()) {
            const image::VoxelSet set = roi::ballAlong(grid, {{from}, {to}, 0});
            for (int step = 0; step <= 1000; ++step) {
                // Voxels that are only touched at a corner may be missed: the way is walked in
                // quarters of a voxel.
                const image::Voxel v = grid.nearest({from + (to - from) * (step / 1000.0)});
                bool isNear = !grid.contains(v);
                for (image::Index k = -1; k <= 1; ++k)
                    for (image::Index j = -1; j <= 1; ++j)
                        for (image::Index i = -1; i <= 1; ++i)
                            isNear = isNear || set.contains({v.i + i, v.j + j, v.k + k});
                QVERIFY(isNear);
            }
            for (const Vector3d& end : {from, to})
                QCOMPARE(set.contains(grid.nearest({end})), grid.contains(grid.nearest({end})));
        }
    }
    void aDiskIsOneLayerOfTheBall()
    {
        const image::Grid grid = test::gridAround({21, 21, 21}, test::sizes(2, 3, 4));
        for (int axis = 0; axis < 3; ++axis) {
            const roi::Slice slice = roi::sliceAcross(grid, axis);
            QCOMPARE(slice.thicknessMm, 2.0 + axis);
            const double radius = 9;
            const image::VoxelSet truth = test::everyVoxel(grid, [&](const Vector3d& at) {
                return std::abs(at[axis]) < 0.5 && at.norm() <= radius;
            });
            QVERIFY(roi::disk(grid, slice, {}, radius) == truth);
            // Between two layers the upper one is taken, never both or none.
            for (const double off : {-0.5, -0.49, -0.25, 0.0, 0.25, 0.49, 0.5}) {
                const Vector3d centre = off * slice.thicknessMm * Vector3d::Unit(axis);
                const image::VoxelSet moved = roi::disk(grid, slice, {centre}, radius);
                const double layer = off >= 0.5 ? slice.thicknessMm : 0;
                QVERIFY(moved == test::everyVoxel(grid, [&](const Vector3d& at) {
                            return std::abs(at[axis] - layer) < 0.5
                                   && (at - layer * Vector3d::Unit(axis)).norm() <= radius;
                        }));
            }
        }
    }
    void aDiskFollowsItsLineInTheSlice()
    {
        const image::Grid grid = test::gridAround({25, 25, 9}, test::sizes(2, 2, 3));
        const roi::Slice slice = roi::sliceAcross(grid, 2);
        const Vector3d from(-10, 4, 0.4);
        const Vector3d to(9, -6, 7); // off the slice, which does not count
        const Vector3d flat(9, -6, 0.4);
        const image::VoxelSet set = roi::diskAlong(grid, slice, {{from}, {to}, 5});
        const image::VoxelSet truth = test::everyVoxel(grid, [&](const Vector3d& at) {
            return std::abs(at[2]) < 0.5 && distanceBySteps({at[0], at[1], 0.4}, from, flat) <= 5;
        });
        QVERIFY(set == truth);
    }
    void aBoxLiesAlongTheAxesOfRasOnAnyGrid()
    {
        const Vector3d corner(-5.2, 6.1, -3.4);
        const Vector3d opposite(4.3, -2.2, 5.9);
        for (const image::Grid& grid : test::gridsOfAllKinds()) {
            const image::VoxelSet truth = test::everyVoxel(grid, [&](const Vector3d& at) {
                return at[0] >= -5.2 && at[0] <= 4.3 && at[1] >= -2.2 && at[1] <= 6.1
                       && at[2] >= -3.4 && at[2] <= 5.9;
            });
            QVERIFY(!truth.isEmpty());
            QVERIFY(roi::box(grid, {corner}, {opposite}) == truth);
            QVERIFY(roi::box(grid, {opposite}, {corner}) == truth);
            QCOMPARE(roi::box(grid, {{0.6, 0.2, 0.1}}, {{0.7, 0.3, 0.2}}).count(), 1);
        }
    }
    void anyOrderOfStorageHasTheSameShapesInMillimetres()
    {
        const Eigen::Matrix3d oblique = test::turned(0.3) * test::sizes(2, 3, 2.5);
        for (const Eigen::Matrix3d& linear : {test::sizes(2, 3, 2.5), oblique}) {
            const image::Grid grid = test::gridAround({16, 15, 14}, linear, {0.4, -0.3, 0.2});
            const Vector3d centre(1.3, -2.1, 0.7);
            const roi::Stroke stroke{{centre}, {Vector3d(6, 3, -4)}, 4};
            for (const image::Grid& stored : test::allOrientationsOf(grid)) {
                const auto isSame = [&](const image::VoxelSet& here, const image::VoxelSet& there) {
                    return test::placesOf(here, stored) == test::placesOf(there, grid);
                };
                QVERIFY(isSame(roi::ball(stored, {centre}, 7), roi::ball(grid, {centre}, 7)));
                QVERIFY(isSame(roi::ballAlong(stored, stroke), roi::ballAlong(grid, stroke)));
                QVERIFY(isSame(roi::box(stored, {centre}, {Vector3d(7, 7, 7)}),
                               roi::box(grid, {centre}, {Vector3d(7, 7, 7)})));
                for (int axis = 0; axis < 3; ++axis) {
                    const roi::Slice slice = roi::sliceAcross(stored, axis);
                    QVERIFY(std::abs(slice.thicknessMm - roi::sliceAcross(grid, axis).thicknessMm)
                            < 1e-9);
                    QVERIFY(isSame(roi::diskAlong(stored, slice, stroke),
                                   roi::diskAlong(grid, slice, stroke)));
                }
            }
        }
    }
    void theTwelveStoredOrientationsHaveTheSameBall()
    {
        FUSIFORM_NEEDS_DATA("nifti/orientations");
        std::vector<std::array<long, 3>> first;
        std::size_t files = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(test::sharedData("nifti/orientations"))) {
            const image::Grid grid = io::readNiftiHeader(entry.path()).grid();
            // The middle of each image is the middle of all: they are one image.
            const Vector3d first3 = grid.mm(image::Index{0}).at;
            const Vector3d middle = (first3 + grid.mm(grid.size() - 1).at) / 2;
            const image::VoxelSet ball = roi::ball(grid, {middle}, 12);
            QVERIFY(ball.count() > 10);
            const auto places = test::placesOf(ball, grid);
            if (files++ == 0)
                first = places;
            QVERIFY2(places == first, entry.path().filename().c_str());
        }
        QCOMPARE(files, std::size_t{12});
    }
};

FUSIFORM_TEST(ShapesTest)
#include "shapes_test.moc"

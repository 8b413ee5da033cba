// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/mirror.h"

#include "tests/support/grids.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Vector3d;

class MirrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twiceIsTheSetAgainOnASymmetricGrid()
    {
        Random random(6);
        for (const image::Index width : {12, 13})
            for (const image::Grid& grid : test::allOrientationsOf(
                     test::gridAround({width, 9, 8}, test::sizes(2, 3, 4), {0, 5, -7}))) {
                const image::VoxelSet set = test::randomSet(grid.shape, 0.2, random);
                const image::VoxelSet other = roi::mirrored(set, grid);
                QCOMPARE(other.count(), set.count());
                QVERIFY(roi::mirrored(other, grid) == set);
            }
    }
    void everyVoxelWhoseMirroredCentreLiesInAMemberIsTaken()
    {
        Random random(7);
        for (const image::Grid& grid : test::gridsOfAllKinds()) {
            const image::VoxelSet set = test::randomSet(grid.shape, 0.05, random);
            const image::VoxelSet truth = test::everyVoxel(grid, [&](const Vector3d& at) {
                return set.contains(grid.nearest({{-at[0], at[1], at[2]}}));
            });
            QVERIFY(roi::mirrored(set, grid) == truth);
        }
    }
    void leftBecomesRight()
    {
        const image::Grid grid = test::gridAround({11, 5, 5}, test::sizes(-2, 2, 2));
        image::VoxelSet left(grid.shape);
        left.insert(grid.nearest({{-6, 2, -4}}));
        const image::VoxelSet right = roi::mirrored(left, grid);
        QCOMPARE(right.count(), 1);
        QVERIFY(right.contains(grid.nearest({{6, 2, -4}})));
    }
    void whatFallsOutsideIsLost()
    {
        const image::Grid grid = test::gridAround({5, 5, 5}, test::sizes(2, 2, 2), {30, 0, 0});
        image::VoxelSet set(grid.shape);
        set.insert({2, 2, 2});
        QVERIFY(roi::mirrored(set, grid).isEmpty());
        QVERIFY(roi::mirrored(image::VoxelSet(grid.shape), grid).isEmpty());
    }
};

FUSIFORM_TEST(MirrorTest)
#include "mirror_test.moc"

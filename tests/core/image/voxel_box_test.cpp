// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/voxel_box.h"

#include "tests/support/grids.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace fusiform;
using image::MmPoint;
using image::VoxelBox;

class VoxelBoxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBoxAroundAPointHoldsAllVoxelsNearIt()
    {
        for (const image::Grid& grid : test::gridsOfAllKinds())
            for (const double margin : {0.0, 3.0, 7.5, 1e9}) {
                const std::array points = {MmPoint{{1, -3, 2}}, MmPoint{{-4, 2, 5}}};
                const VoxelBox box = image::voxelsAround(grid, points, margin);
                image::VoxelSet inBox(grid.shape);
                image::forEachVoxel(box, [&](const image::Voxel& v) { inBox.insert(v); });
                for (const MmPoint& point : points)
                    QVERIFY(test::everyVoxel(grid,
                                             [&](const Eigen::Vector3d& at) {
                                                 return (at - point.at).norm() <= margin;
                                             })
                                .minus(inBox)
                                .isEmpty());
            }
    }
    void nothingIsNearWhatIsNowhere()
    {
        const image::Grid grid = test::gridsOfAllKinds()[0];
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        const std::array far = {MmPoint{{1e12, 0, 0}}};
        const std::array nan = {MmPoint{{0, kNaN, 0}}};
        QVERIFY(image::voxelsAround(grid, far, 5).isEmpty());
        QVERIFY(image::voxelsAround(grid, nan, 5).isEmpty());
        QVERIFY(image::voxelsAround(grid, {}, 5).isEmpty());
    }
    void boundsAreTheFirstAndLastIndices()
    {
        image::VoxelSet set({20, 20, 20});
        QVERIFY(image::boundsOf(set).isEmpty());
        set.insert({3, 17, 8});
        set.insert({9, 4, 8});
        QVERIFY(image::boundsOf(set) == (VoxelBox{{3, 4, 8}, {9, 17, 8}}));
        QCOMPARE(image::boundsOf(set).shape(), (std::array<image::Index, 3>{7, 14, 1}));
    }
    void cornersLieHalfAVoxelFurtherOut()
    {
        const image::Grid grid = test::gridAround({3, 3, 3}, test::sizes(2, 4, 6));
        const auto corners = image::cornersOf(grid, {{1, 1, 1}, {1, 1, 1}});
        QCOMPARE(corners.size(), std::size_t{8});
        QVERIFY(corners.front().at.isApprox(Eigen::Vector3d(-1, -2, -3)));
        QVERIFY(corners.back().at.isApprox(Eigen::Vector3d(1, 2, 3)));
        QVERIFY(image::cornersOf(grid, {}).empty());
    }
};

FUSIFORM_TEST(VoxelBoxTest)
#include "voxel_box_test.moc"

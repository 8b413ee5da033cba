// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/volume.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform::image;
using fusiform::test::near;

namespace {
Volume ramp()
{
    Volume volume;
    volume.grid.shape = {5, 6, 7};
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m(0, 0) = -2;
    m(0, 3) = 8;
    volume.grid.affine = Affine(m);
    for (Index v = 0; v < volume.grid.size(); ++v) {
        const Eigen::Vector3d mm = volume.grid.mm(v).at;
        volume.values.push_back(static_cast<float>(mm[0] + 10 * mm[1] + 100 * mm[2]));
    }
    return volume;
}
} // namespace

class VolumeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linearInterpolationIsExactOnARamp()
    {
        const Volume volume = ramp();
        for (const Eigen::Vector3d& at : {Eigen::Vector3d(3.3, 2.7, 4.1), Eigen::Vector3d(0, 0, 0)})
            QVERIFY(near(volume.sample({at}), at[0] + 10 * at[1] + 100 * at[2], 1e-3));
    }
    void outsideThereIsNoValue()
    {
        QVERIFY(std::isnan(ramp().sample({{3, -0.6, 2}})));
        QVERIFY(!std::isnan(ramp().sample({{3, -0.4, 2}})));
    }
    void indicesGoThereAndBack()
    {
        const Grid grid = ramp().grid;
        for (Index v = 0; v < grid.size(); ++v)
            QCOMPARE(grid.index(grid.voxel(v)), v);
        QVERIFY(grid.nearest(grid.mm(Voxel{1, 2, 3})) == (Voxel{1, 2, 3}));
    }
    void gridsAreComparedByPlace()
    {
        Grid a = ramp().grid;
        Grid b = a;
        QVERIFY(isSameGrid(a, b));
        Eigen::Matrix4d m = a.affine.mmFromVoxel();
        m(1, 3) += 0.5;
        b.affine = Affine(m);
        QVERIFY(!isSameGrid(a, b));
    }
};

FUSIFORM_TEST(VolumeTest)
#include "volume_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/affine.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform::image;
using fusiform::test::near;

namespace {
Affine affineOf(const Eigen::Vector3d& i, const Eigen::Vector3d& j, const Eigen::Vector3d& k)
{
    Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
    m.block<3, 1>(0, 0) = i;
    m.block<3, 1>(0, 1) = j;
    m.block<3, 1>(0, 2) = k;
    m.block<3, 1>(0, 3) = Eigen::Vector3d(-10, 20, 5);
    return Affine(m);
}
} // namespace

class AffineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesThereAndBackUnderShear()
    {
        const Affine affine = affineOf({-3, 0.2, 0}, {0.5, 3, 0.1}, {0, 1.5, 3.2});
        const VoxelPoint voxel{{12, 7, 30.5}};
        QVERIFY(near(affine.voxel(affine.mm(voxel)).at, voxel.at, 1e-12));
    }
    void orientationNamesWhereEachAxisPoints()
    {
        QCOMPARE(affineOf({-3, 0, 0}, {0, 3, 0}, {0, 0, 3}).orientation(), std::string("LAS"));
        QCOMPARE(affineOf({0, -1, 0}, {0, 0, -1}, {1, 0, 0}).orientation(), std::string("PIR"));
    }
    void axesAt45DegreesStillHaveThreeLetters()
    {
        // The case ITK-SNAP refuses: two columns exactly between two axes.
        const std::string text = affineOf({1, 1, 0}, {-1, 1, 0}, {0, 0, 1}).orientation();
        QVERIFY(text == "RAS" || text == "ALS" || text == "ARS");
        QCOMPARE(text.size(), 3U);
        QVERIFY(text[0] != text[1]);
    }
    void sizesAndVolume()
    {
        const Affine affine = affineOf({-3, 0, 0}, {0, 3, 0}, {0, 0, 3.2});
        QVERIFY(near(affine.voxelSize(), Eigen::Vector3d(3, 3, 3.2), 1e-12));
        QVERIFY(near(affine.voxelVolume(), 28.8, 1e-9));
    }
    void singularAndInfiniteMatricesAreNotUsable()
    {
        QVERIFY(!Affine::isUsable(Eigen::Matrix4d::Zero()));
        Eigen::Matrix4d m = Eigen::Matrix4d::Identity();
        QVERIFY(Affine::isUsable(m));
        m.col(0) = m.col(1);
        m(3, 0) = 0;
        QVERIFY(!Affine::isUsable(m));
        m = Eigen::Matrix4d::Identity();
        m(0, 0) = NAN;
        QVERIFY(!Affine::isUsable(m));
    }
};

FUSIFORM_TEST(AffineTest)
#include "affine_test.moc"

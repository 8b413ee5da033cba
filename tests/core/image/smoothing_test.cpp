// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/smoothing.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using test::near;

class SmoothingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The variance along an axis of a smoothed point is FWHM² / (8 ln 2), a little less for the
    /// cut.
    void aPointBecomesAGaussianOfThatWidth()
    {
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        affine(0, 0) = -2;
        affine(2, 2) = 3;
        image::Volume volume{{{31, 41, 21}, image::Affine(affine)},
                             std::vector<float>(31 * 41 * 21)};
        volume.values[static_cast<std::size_t>(volume.grid.index({15, 20, 10}))] = 5;
        const image::Volume result = image::smoothed(volume, 8);
        double mass = 0;
        Eigen::Vector3d variance = Eigen::Vector3d::Zero();
        const Eigen::Vector3d centre = volume.grid.mm(image::Voxel{15, 20, 10}).at;
        for (image::Index v = 0; v < volume.grid.size(); ++v) {
            const double value = result.values[static_cast<std::size_t>(v)];
            mass += value;
            variance += value * (volume.grid.mm(v).at - centre).cwiseAbs2();
        }
        QVERIFY(near(mass, 5, 1e-4));
        const double expected = 8 * 8 / (8 * std::log(2.0));
        for (int axis = 0; axis < 3; ++axis)
            QVERIFY(near(variance[axis] / mass, expected, 0.04 * expected));
    }
    void aConstantStaysAwayFromTheEdges()
    {
        const image::Volume volume{{{21, 21, 21}, image::Affine()},
                                   std::vector<float>(21 * 21 * 21, 2)};
        const image::Volume result = image::smoothed(volume, 4);
        QVERIFY(near(result.at({10, 10, 10}), 2, 1e-5));
        QVERIFY(result.at({0, 10, 10}) < 1.3F);
    }
};

FUSIFORM_TEST(SmoothingTest)
#include "smoothing_test.moc"

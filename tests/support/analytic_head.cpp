// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/analytic_head.h"

#include "core/preprocess/rigid.h"
#include "core/util/random.h"

#include <cmath>
#include <numbers>

namespace fusiform::test {

namespace {

double headAt(const Eigen::Vector3d& mm)
{
    const Eigen::Vector3d at(mm[0] / 62, mm[1] / 72, mm[2] / 42);
    double value = 1000 / (1 + std::exp(18 * (at.norm() - 1)));
    Random random(5);
    for (int spot = 0; spot < 30; ++spot) {
        const Eigen::Vector3d centre(random.uniform(-50, 50), random.uniform(-55, 55),
                                     random.uniform(-30, 30));
        const double width = random.uniform(7, 14);
        value += random.uniform(-250, 250)
                 * std::exp(-(mm - centre).squaredNorm() / (2 * width * width));
    }
    return value;
}

} // namespace

image::Grid scanGrid()
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.diagonal().head<3>() << -3, 3, 3.2; // stored to the left, as scanners do
    affine.topRightCorner<3, 1>() << 88, -80, -45;
    return {{60, 56, 30}, image::Affine(affine)};
}

std::vector<float> scanOf(const Eigen::Matrix4d& movement, const image::Grid& grid)
{
    const Eigen::Matrix4d back = preprocess::rigidInverse(movement);
    std::vector<float> values(static_cast<std::size_t>(grid.size()));
    for (Eigen::Index v = 0; v < grid.size(); ++v)
        values[static_cast<std::size_t>(v)]
            = static_cast<float>(headAt((back * grid.mm(v).at.homogeneous()).head<3>()));
    return values;
}

Eigen::Matrix4d movement(double x, double y, double z, double pitch, double roll, double yaw)
{
    constexpr double kRadians = std::numbers::pi / 180;
    preprocess::RigidParameters p;
    p << x, y, z, pitch * kRadians, roll * kRadians, yaw * kRadians;
    return preprocess::rigidMatrix(p);
}

} // namespace fusiform::test

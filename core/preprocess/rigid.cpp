// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/rigid.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::preprocess {

Eigen::Matrix4d rigidMatrix(const RigidParameters& p)
{
    const auto turned = [](int first, int second, double angle) {
        Eigen::Matrix3d m = Eigen::Matrix3d::Identity();
        m(first, first) = m(second, second) = std::cos(angle);
        m(first, second) = std::sin(angle);
        m(second, first) = -std::sin(angle);
        return m;
    };
    Eigen::Matrix4d result = Eigen::Matrix4d::Identity();
    result.topLeftCorner<3, 3>() = turned(1, 2, p[3]) * turned(0, 2, p[4]) * turned(0, 1, p[5]);
    result.topRightCorner<3, 1>() = p.head<3>();
    return result;
}

RigidParameters rigidParameters(const Eigen::Matrix4d& m)
{
    RigidParameters p;
    p.head<3>() = m.topRightCorner<3, 1>();
    p[4] = std::asin(std::clamp(m(0, 2), -1.0, 1.0));
    if (std::abs(std::abs(p[4]) - std::numbers::pi / 2) < 1e-9) {
        p[3] = 0;
        p[5] = std::atan2(-m(1, 0), -m(2, 0) / m(0, 2));
    } else {
        const double c = std::cos(p[4]);
        p[3] = std::atan2(m(1, 2) / c, m(2, 2) / c);
        p[5] = std::atan2(m(0, 1) / c, m(0, 0) / c);
    }
    return p;
}

Eigen::Matrix4d rigidInverse(const Eigen::Matrix4d& matrix)
{
    Eigen::Matrix4d result = Eigen::Matrix4d::Identity();
    const Eigen::Matrix3d back = matrix.topLeftCorner<3, 3>().transpose();
    result.topLeftCorner<3, 3>() = back;
    result.topRightCorner<3, 1>() = -back * matrix.topRightCorner<3, 1>();
    return result;
}

double rotationDegrees(const Eigen::Matrix4d& matrix)
{
    const double cosine = (matrix.topLeftCorner<3, 3>().trace() - 1) / 2;
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

} // namespace fusiform::preprocess

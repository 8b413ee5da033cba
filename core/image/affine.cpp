// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/affine.h"

#include <cmath>

namespace fusiform::image {

Affine::Affine() : Affine(Eigen::Matrix4d::Identity()) { }

Affine::Affine(const Eigen::Matrix4d& mmFromVoxel)
    : m_mmFromVoxel(mmFromVoxel), m_voxelFromMm(mmFromVoxel.inverse())
{
}

bool Affine::isUsable(const Eigen::Matrix4d& mmFromVoxel)
{
    if (!mmFromVoxel.allFinite() || mmFromVoxel.row(3) != Eigen::RowVector4d(0, 0, 0, 1))
        return false;
    const Eigen::Matrix3d linear = mmFromVoxel.topLeftCorner<3, 3>();
    const double scale = linear.colwise().norm().prod();
    // Relative to the box of the same edges: 1 for orthogonal axes, 0 for axes in one plane.
    return scale > 0 && std::isfinite(scale) && std::abs(linear.determinant()) > 1e-6 * scale;
}

MmPoint Affine::mm(const VoxelPoint& voxel) const
{
    return {m_mmFromVoxel.topLeftCorner<3, 3>() * voxel.at + m_mmFromVoxel.topRightCorner<3, 1>()};
}

VoxelPoint Affine::voxel(const MmPoint& mm) const
{
    return {m_voxelFromMm.topLeftCorner<3, 3>() * mm.at + m_voxelFromMm.topRightCorner<3, 1>()};
}

std::array<std::array<double, 4>, 4> Affine::rows() const
{
    std::array<std::array<double, 4>, 4> rows;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]
                = m_mmFromVoxel(row, column);
    return rows;
}

Eigen::Vector3d Affine::voxelSize() const
{
    return m_mmFromVoxel.topLeftCorner<3, 3>().colwise().norm().transpose();
}

double Affine::voxelVolume() const
{
    return std::abs(m_mmFromVoxel.topLeftCorner<3, 3>().determinant());
}

Affine::AxisAssignment Affine::axes() const
{
    constexpr std::array<std::array<int, 3>, 6> kOrders
        = {{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
    const Eigen::Matrix3d linear = m_mmFromVoxel.topLeftCorner<3, 3>();
    const Eigen::Matrix3d cosines = linear.array().rowwise() / linear.colwise().norm().array();
    AxisAssignment best = {{0, 1, 2}, {1, 1, 1}};
    double bestSum = -1;
    for (const auto& order : kOrders) {
        double sum = 0;
        for (int axis = 0; axis < 3; ++axis)
            sum += std::abs(cosines(order[axis], axis));
        if (sum <= bestSum + 1e-9)
            continue;
        bestSum = sum;
        best.axis = order;
    }
    for (int axis = 0; axis < 3; ++axis)
        best.sign[axis] = cosines(best.axis[axis], axis) < 0 ? -1 : 1;
    return best;
}

std::string Affine::orientation() const
{
    constexpr std::array<std::array<char, 2>, 3> kLetters = {{{'L', 'R'}, {'P', 'A'}, {'I', 'S'}}};
    const AxisAssignment assignment = axes();
    std::string text;
    for (int axis = 0; axis < 3; ++axis)
        text += kLetters[assignment.axis[axis]][assignment.sign[axis] > 0 ? 1 : 0];
    return text;
}

} // namespace fusiform::image

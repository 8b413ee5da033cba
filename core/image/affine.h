// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>
#include <string>

namespace fusiform::image {

/// A position in voxel units: the centre of voxel (i, j, k) is the point (i, j, k).
struct VoxelPoint {
    Eigen::Vector3d at = Eigen::Vector3d::Zero();
};

/// A position in millimetres, RAS: x to the right, y to the front, z up.
struct MmPoint {
    Eigen::Vector3d at = Eigen::Vector3d::Zero();
};

/// The full affine map between voxels and RAS millimetres (shear and oblique axes included): the
/// only place in the program that converts between the two.
class Affine {
public:
    /// The identity: voxel (i, j, k) lies at (i, j, k) mm.
    Affine();
    /// @param mmFromVoxel 4 x 4, last row 0 0 0 1, finite and invertible (check isUsable first).
    explicit Affine(const Eigen::Matrix4d& mmFromVoxel);
    [[nodiscard]] static bool isUsable(const Eigen::Matrix4d& mmFromVoxel);

    [[nodiscard]] MmPoint mm(const VoxelPoint& voxel) const;
    [[nodiscard]] VoxelPoint voxel(const MmPoint& mm) const;
    [[nodiscard]] const Eigen::Matrix4d& mmFromVoxel() const { return m_mmFromVoxel; }
    [[nodiscard]] const Eigen::Matrix4d& voxelFromMm() const { return m_voxelFromMm; }

    /// The matrix row by row, as JSON lists it.
    [[nodiscard]] std::array<std::array<double, 4>, 4> rows() const;
    /// Lengths of the voxel's edges, mm.
    [[nodiscard]] Eigen::Vector3d voxelSize() const;
    /// |determinant|: mm^3 of one voxel.
    [[nodiscard]] double voxelVolume() const;
    /// The direction each voxel axis points to: "RAS", "LAS", ...: three different axes even when
    /// two lie at 45 degrees (the assignment with the largest sum of |cosines| is taken).
    [[nodiscard]] std::string orientation() const;
    /// For each voxel axis the RAS axis (0, 1, 2) that orientation() assigns to it, and its sign.
    struct AxisAssignment {
        std::array<int, 3> axis;
        std::array<int, 3> sign;
    };
    [[nodiscard]] AxisAssignment axes() const;

    friend bool operator==(const Affine& a, const Affine& b)
    {
        return a.m_mmFromVoxel == b.m_mmFromVoxel;
    }

private:
    Eigen::Matrix4d m_mmFromVoxel;
    Eigen::Matrix4d m_voxelFromMm;
};

} // namespace fusiform::image

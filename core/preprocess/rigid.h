// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>

namespace fusiform::preprocess {

/// Three translations (mm), then three rotations (rad) about the world's axes: spm_matrix's first
/// six parameters.
using RigidParameters = Eigen::Matrix<double, 6, 1>;

/// T Rx Ry Rz with SPM's signs (spm_matrix).
[[nodiscard]] Eigen::Matrix4d rigidMatrix(const RigidParameters& parameters);
/// The parameters of a rigid matrix (spm_imatrix); rotations in (-pi/2, pi/2] about y.
[[nodiscard]] RigidParameters rigidParameters(const Eigen::Matrix4d& matrix);
/// What BIDS calls the six parameters in a confounds table, in their order.
inline constexpr std::array<const char*, 6> kMotionColumns
    = {"trans_x", "trans_y", "trans_z", "rot_x", "rot_y", "rot_z"};
/// Inverse of a rigid matrix.
[[nodiscard]] Eigen::Matrix4d rigidInverse(const Eigen::Matrix4d& matrix);
/// Angle of the rotation about its own axis, degrees.
[[nodiscard]] double rotationDegrees(const Eigen::Matrix4d& matrix);

} // namespace fusiform::preprocess

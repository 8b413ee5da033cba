// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::io {

/// How the volume lies that a surface of FreeSurfer was made from.
struct SurfaceVolume {
    /// Columns: the directions of its three axes in scanner RAS. These are FreeSurfer's own, left,
    /// inferior and anterior, which every volume has that recon-all conformed.
    Eigen::Matrix3d axes{{-1, 0, 0}, {0, 0, 1}, {0, -1, 0}};
    Eigen::Vector3d cRas = Eigen::Vector3d::Zero(); ///< its centre, scanner RAS mm
};

/// From FreeSurfer's surface RAS (tkregister's) to scanner RAS, both in mm. FreeSurfer's page
/// CoordinateSystems gives Norig inverse(Torig); as both have the same voxel sizes and the same
/// centre, what is left of it is
///   scanner = A Tᵀ surface + c_ras,
/// with A the axes of the volume and T those that Torig assumes: plain c_ras unless A differs.
[[nodiscard]] inline Eigen::Affine3d scannerFromSurfaceRas(const SurfaceVolume& volume)
{
    Eigen::Affine3d result = Eigen::Affine3d::Identity();
    result.linear() = volume.axes * SurfaceVolume().axes.transpose();
    result.translation() = volume.cRas;
    return result;
}

} // namespace fusiform::io

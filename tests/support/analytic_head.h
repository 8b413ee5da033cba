// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <Eigen/Dense>

#include <vector>

namespace fusiform::test {

/// 60 x 56 x 30 voxels of 3 x 3 x 3.2 mm, stored to the left, as scanners do.
[[nodiscard]] image::Grid scanGrid();
/// The scan of a head that is known at every point, a bright ellipsoid with soft spots, whose
/// tissue moved by `movement` (world to world).
[[nodiscard]] std::vector<float> scanOf(const Eigen::Matrix4d& movement, const image::Grid& grid);
/// From mm and degrees.
[[nodiscard]] Eigen::Matrix4d movement(double x, double y, double z, double pitch, double roll,
                                       double yaw);

} // namespace fusiform::test

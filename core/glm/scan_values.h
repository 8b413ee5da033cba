// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <cstddef>

namespace fusiform::glm {

/// Scans x voxels of one run; the voxels of a scan lie together, as they do in its image.
using ScanValues = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Loops over the voxels of a run take so many at a time: 200 scans of doubles are 0.8 MB.
inline constexpr std::size_t kBlockOfVoxels = 512;

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::glm {

/// Scans x voxels of one run; the voxels of a scan lie together, as they do in its image.
using ScanValues = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

} // namespace fusiform::glm

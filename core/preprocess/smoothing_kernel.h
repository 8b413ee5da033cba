// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <span>
#include <vector>

namespace fusiform::preprocess {

/// Gaussian convolved with a linear B-spline (spm_smoothkern), at -n ... n voxels with n =
/// round(6 sigma); not renormalised. @param fwhmVoxels full width at half maximum, voxels.
[[nodiscard]] std::vector<float> smoothingKernel(double fwhmVoxels);

/// Convolves along each voxel axis. At the borders the average is over what is inside: an image
/// that turned dark there would pull a head that is cut off back to where it was.
void smooth(std::vector<float>& values, const image::Grid& grid, double fwhmMm);

} // namespace fusiform::preprocess

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/bspline.h"

#include <span>

namespace fusiform::preprocess {

/// Values of an image on another grid. @param source the image, whose voxels lie on `sourceGrid`.
/// @param sourceFromTarget world (mm) to world. @param target one value a voxel of `targetGrid`; 0
/// where the image does not reach, as SPM writes it.
void reslice(const image::BSpline& source, const image::Grid& sourceGrid,
             const Eigen::Matrix4d& sourceFromTarget, const image::Grid& targetGrid,
             std::span<float> target);

} // namespace fusiform::preprocess

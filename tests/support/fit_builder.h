// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

namespace fusiform::test {

/// A small fit with planted truth: a 12 x 14 x 10 grid of 4 mm voxels, a PCA model of `latents`
/// components on 16 x 16 pictures, W drawn at random, patterns = codes W + bias + noise, all voxels
/// in the mask, an ellipsoid of them selected. The model file and the pictures lie in `folder`.
[[nodiscard]] glm::Fit makeFit(const std::filesystem::path& folder, double noise = 0.1,
                               Eigen::Index latents = 8);

} // namespace fusiform::test

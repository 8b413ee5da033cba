// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace fusiform::image {

/// Mean of the finite values above an eighth of the mean of all finite values (spm_global): the
/// brightness of the head in a volume. NaN if no value is finite, 0 if none is above.
[[nodiscard]] double globalMean(std::span<const float> volume);

/// A voxel above this share of the global mean in every volume is inside the mask (SPM's default).
constexpr double kMaskThreshold = 0.8;

} // namespace fusiform::image

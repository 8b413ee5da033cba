// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

namespace fusiform::image {

/// Convolves with a Gaussian of that full width at half maximum (mm), cut at three standard
/// deviations, along each voxel axis; the image ends in zeros. NaN spreads.
[[nodiscard]] Volume smoothed(const Volume& volume, double fwhmMm);

} // namespace fusiform::image

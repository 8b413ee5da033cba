// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <filesystem>

namespace fusiform::test {

/// 17 x 17 x 17 voxels of 4 mm around the origin.
[[nodiscard]] image::Grid gridOfSmallFit();

/// Writes a fit of a made-up subject: a ball of voxels, a face model of 8 components, 6 exploration
/// and 4 sealed faces whose patterns follow from their codes and a little noise. Every voxel of the
/// ball is selected, so the thirds are its back, lower front and upper front.
/// @param grid another one, of the same brain: axes may be ordered and turned otherwise
void writeSmallFit(const std::filesystem::path& folder, const image::Grid& grid = gridOfSmallFit());

} // namespace fusiform::test

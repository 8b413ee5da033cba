// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace fusiform::test {

/// Writes a fit of a made-up subject: a ball of voxels, a face model of 8 components, 6 exploration
/// and 4 sealed faces whose patterns follow from their codes and a little noise. Every voxel of the
/// ball is selected, so the thirds are its back, lower front and upper front.
void writeSmallFit(const std::filesystem::path& folder);

} // namespace fusiform::test

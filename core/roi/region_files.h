// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"
#include "core/roi/resample.h"

#include <filesystem>

namespace fusiform::roi {

/// Writes a set as a mask of bytes, 0 and 1, on its grid: .nii or .nii.gz by the name.
/// @throws Error{Failure}
void writeMask(const std::filesystem::path& file, const PlacedSet& set);

/// The vertices of a surface (scanner RAS mm) that lie in a voxel of the set, ascending.
[[nodiscard]] std::vector<std::int64_t> verticesIn(const PlacedSet& set,
                                                   const image::Surface& surface);

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/spread.h"
#include "core/roi/threshold.h"

namespace fusiform::roi {

struct FloodOptions {
    ValueRange range; ///< of the voxels that are filled; default: all but NaN
    Neighbours neighbours = Neighbours::Faces;
};

/// The voxels that are connected with `seed` through members of `allowed` whose value is in the
/// range. Empty if the seed itself is not such a voxel, or lies outside the grid.
/// @param map on the grid of `allowed`.
[[nodiscard]] image::VoxelSet flood(const image::Volume& map, const image::Voxel& seed,
                                    const FloodOptions& options, const image::VoxelSet& allowed);

/// The values within `tolerance` of that of the seed, both ends included; none if the seed is NaN
/// or outside the grid.
[[nodiscard]] ValueRange valuesAround(const image::Volume& map, const image::Voxel& seed,
                                      double tolerance);

} // namespace fusiform::roi

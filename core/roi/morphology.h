// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"
#include "core/util/progress.h"

namespace fusiform::roi {

// Both measure in mm between the centres of voxels, whatever the shape of the voxels and the angles
// of the grid's axes are; distances up to image::kTouchMm more count too. To grow inside a set (the
// brain mask), intersect the result with it.

/// Every voxel of the grid within `distanceMm` of a member. A distance below the nearest
/// neighbour's, zero, negative or NaN changes nothing.
[[nodiscard]] image::VoxelSet grown(const image::VoxelSet& set, const image::Grid& grid,
                                    double distanceMm, Progress& progress);
/// The members that are farther than `distanceMm` from every other voxel of the grid. What lies
/// outside the grid takes nothing away.
[[nodiscard]] image::VoxelSet shrunk(const image::VoxelSet& set, const image::Grid& grid,
                                     double distanceMm, Progress& progress);

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"
#include "core/util/progress.h"

namespace fusiform::roi {

enum class Resampling {
    Share, ///< voxels of which at least a share lies in members
    Nearest, ///< voxels whose centre lies in a member
};
struct ResampleOptions {
    Resampling how = Resampling::Share;
    double share = 0.5; ///< of a voxel, above 0 up to 1
};

/// A set of voxels and the grid they are of.
struct PlacedSet {
    image::VoxelSet voxels;
    image::Grid grid;
};

/// A set of voxels of one grid as one of another: finer or coarser, along other axes, oblique. The
/// share of a voxel is measured on a regular lattice of points in it: twice as many along each axis
/// as voxels of the old grid fit there, at least 4 and at most 16; what lies outside the old grid
/// is no member. The same grid (within 0.01 mm) gives the same set. Empty where the grids do not
/// meet.
[[nodiscard]] image::VoxelSet resampled(const PlacedSet& set, const image::Grid& grid,
                                        const ResampleOptions& options, Progress& progress);

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"
#include "core/util/progress.h"

#include <limits>

namespace fusiform::roi {

/// Values of a map, both ends included. NaN is never among them.
struct ValueRange {
    double lowest = -std::numeric_limits<double>::infinity();
    double highest = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool contains(float value) const
    {
        return static_cast<double>(value) >= lowest && static_cast<double>(value) <= highest;
    }
};
/// Values greater than `above` and less than `below`, neither included: as t > 3.09 is meant.
[[nodiscard]] ValueRange between(double above, double below);

/// A map on the grid `grid`: the map itself if it is the same grid, else interpolated linearly
/// between the map's voxels, which is said in a warning that calls it `name`. NaN outside the map
/// and beside its NaNs.
[[nodiscard]] image::Volume mapOnGrid(image::Volume map, const image::Grid& grid,
                                      const std::string& name, Progress& progress);

/// The members of `allowed` whose value is in the range.
/// @param map on the grid of `allowed`.
[[nodiscard]] image::VoxelSet withValues(const image::Volume& map, const ValueRange& range,
                                         const image::VoxelSet& allowed);

} // namespace fusiform::roi

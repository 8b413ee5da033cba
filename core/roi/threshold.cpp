// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/threshold.h"

#include <cassert>
#include <cmath>

namespace fusiform::roi {

using image::Index;

ValueRange between(double above, double below)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return {std::nextafter(above, kInfinity), std::nextafter(below, -kInfinity)};
}

image::Volume mapOnGrid(image::Volume map, const image::Grid& grid, const std::string& name,
                        Progress& progress)
{
    if (image::isSameGrid(map.grid, grid, 0.01)) {
        map.grid = grid;
        return map;
    }
    progress.warn(FUSIFORM_TR("core", "%1 lies on another grid: its values are interpolated "
                                      "linearly at the voxels of the fit.")
                      .arg(name));
    image::Volume result{grid, {}};
    result.values.reserve(static_cast<std::size_t>(grid.size()));
    progress.begin(FUSIFORM_TR("core", "Interpolating a map"),
                   static_cast<std::uint64_t>(grid.shape[2]));
    for (Index v = 0; v < grid.size(); ++v) {
        result.values.push_back(map.sample(grid.mm(v)));
        if ((v + 1) % (grid.shape[0] * grid.shape[1]) == 0)
            progress.step();
    }
    return result;
}

image::VoxelSet withValues(const image::Volume& map, const ValueRange& range,
                           const image::VoxelSet& allowed)
{
    assert(map.grid.shape == allowed.shape());
    std::vector<Index> members;
    for (const Index voxel : allowed.indices())
        if (range.contains(map.values[static_cast<std::size_t>(voxel)]))
            members.push_back(voxel);
    return image::VoxelSet::of(allowed.shape(), members);
}

} // namespace fusiform::roi

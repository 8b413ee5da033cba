// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/flood.h"

#include <cassert>

namespace fusiform::roi {

using image::Index;

image::VoxelSet flood(const image::Volume& map, const image::Voxel& seed,
                      const FloodOptions& options, const image::VoxelSet& allowed)
{
    assert(map.grid.shape == allowed.shape());
    image::VoxelSet filled(allowed.shape());
    if (!map.grid.contains(seed))
        return filled;
    const auto takeIfOpen = [&](Index index) {
        const image::Voxel voxel = map.grid.voxel(index);
        return options.range.contains(map.values[static_cast<std::size_t>(index)])
               && allowed.contains(voxel) && filled.insert(voxel);
    };
    (void)reached(map.grid, map.grid.index(seed), options.neighbours, takeIfOpen);
    return filled;
}

ValueRange valuesAround(const image::Volume& map, const image::Voxel& seed, double tolerance)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    const double value = map.grid.contains(seed) ? static_cast<double>(map.at(seed)) : kNone;
    return {value - tolerance, value + tolerance};
}

} // namespace fusiform::roi

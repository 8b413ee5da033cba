// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/brush.h"

#include "core/roi/spread.h"

namespace fusiform::roi {

image::VoxelSet strokeOf(const image::Grid& grid, const Brush& brush, const BrushPoint& from,
                         const BrushPoint& to, const image::VoxelSet& allowed)
{
    const Stroke stroke{from.at, to.at, brush.radiusMm};
    if (from.sliceAxis && brush.tip == Brush::Tip::Disk)
        return diskAlong(grid, sliceAcross(grid, *from.sliceAxis), stroke, &allowed);
    image::VoxelSet met = ballAlong(grid, stroke, &allowed);
    const image::Voxel under = grid.nearest(to.at);
    if (from.sliceAxis || !grid.contains(under))
        return met;
    const std::vector<image::Index> connected
        = reached(grid, grid.index(under), Neighbours::Edges,
                  [&](image::Index voxel) { return met.erase(grid.voxel(voxel)); });
    return image::VoxelSet::of(grid.shape, connected);
}

} // namespace fusiform::roi

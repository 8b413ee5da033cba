// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/brush.h"

#include "core/roi/spread.h"

namespace fusiform::roi {

namespace {

/// Whether a drop of a spray meets a voxel: splitmix64 (Steele, Lea & Flood 2014) of both.
bool isHit(image::Index voxel, std::uint64_t drop)
{
    std::uint64_t bits = static_cast<std::uint64_t>(voxel) + 0x9E3779B97F4A7C15U * (drop + 1);
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return (bits ^ (bits >> 31U)) % 7 == 0;
}

image::VoxelSet sprayed(const image::Grid& grid, const image::VoxelSet& met, std::uint64_t drop)
{
    std::vector<image::Index> hit = met.indices();
    std::erase_if(hit, [&](image::Index voxel) { return !isHit(voxel, drop); });
    return image::VoxelSet::of(grid.shape, hit);
}

} // namespace

image::VoxelSet strokeOf(const image::Grid& grid, const Brush& brush, const BrushPoint& from,
                         const BrushPoint& to, const image::VoxelSet& allowed)
{
    const Stroke stroke{from.at, to.at, brush.radiusMm};
    if (from.sliceAxis && brush.tip == Brush::Tip::Disk)
        return diskAlong(grid, sliceAcross(grid, *from.sliceAxis), stroke, &allowed);
    image::VoxelSet met = ballAlong(grid, stroke, &allowed);
    const image::Voxel under = grid.nearest(to.at);
    const bool isSpray = brush.tip == Brush::Tip::Spray;
    if (from.sliceAxis || !grid.contains(under))
        return isSpray ? sprayed(grid, met, brush.drop) : met;
    const std::vector<image::Index> connected
        = reached(grid, grid.index(under), Neighbours::Edges,
                  [&](image::Index voxel) { return met.erase(grid.voxel(voxel)); });
    const image::VoxelSet painted = image::VoxelSet::of(grid.shape, connected);
    return isSpray ? sprayed(grid, painted, brush.drop) : painted;
}

} // namespace fusiform::roi

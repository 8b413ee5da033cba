// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/mirror.h"

#include "core/image/voxel_box.h"

namespace fusiform::roi {

namespace {
image::MmPoint opposite(const image::MmPoint& mm) { return {{-mm.at[0], mm.at[1], mm.at[2]}}; }
} // namespace

image::VoxelSet mirrored(const image::VoxelSet& set, const image::Grid& grid)
{
    std::vector<image::MmPoint> corners = cornersOf(grid, image::boundsOf(set));
    for (image::MmPoint& corner : corners)
        corner = opposite(corner);
    image::VoxelSet result(grid.shape);
    image::forEachVoxel(image::voxelsAround(grid, corners, 0), [&](const image::Voxel& voxel) {
        if (set.contains(grid.nearest(opposite(grid.mm(voxel)))))
            result.insert(voxel);
    });
    return result;
}

} // namespace fusiform::roi

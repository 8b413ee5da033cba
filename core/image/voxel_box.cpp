// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/voxel_box.h"

#include <algorithm>
#include <cmath>

namespace fusiform::image {

VoxelBox voxelsAround(const Grid& grid, std::span<const MmPoint> points, double marginMm)
{
    if (points.empty() || !std::isfinite(marginMm))
        return {};
    Eigen::Array3d low = grid.affine.voxel(points.front()).at;
    Eigen::Array3d high = low;
    for (const MmPoint& point : points) {
        const Eigen::Array3d at = grid.affine.voxel(point).at;
        if (!at.isFinite().all())
            return {};
        low = low.min(at);
        high = high.max(at);
    }
    // A ball reaches this far along a voxel axis, also where axes are sheared.
    const Eigen::Array3d margin
        = grid.affine.voxelFromMm().topLeftCorner<3, 3>().rowwise().norm().array()
          * (std::max(marginMm, 0.0) + kTouchMm);
    VoxelBox box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto a = static_cast<Eigen::Index>(axis);
        const auto size = static_cast<double>(grid.shape[axis]);
        // Cut to the grid before they become whole numbers, which hold less than a double.
        box.first[axis] = static_cast<Index>(std::clamp(std::ceil(low[a] - margin[a]), 0.0, size));
        box.last[axis]
            = static_cast<Index>(std::clamp(std::floor(high[a] + margin[a]), -1.0, size - 1));
    }
    return box;
}

VoxelBox boundsOf(const VoxelSet& set)
{
    const Grid grid{set.shape(), {}};
    VoxelBox box{set.shape(), {-1, -1, -1}};
    for (const Index index : set.indices()) {
        const Voxel v = grid.voxel(index);
        const std::array<Index, 3> at = {v.i, v.j, v.k};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            box.first[axis] = std::min(box.first[axis], at[axis]);
            box.last[axis] = std::max(box.last[axis], at[axis]);
        }
    }
    return set.isEmpty() ? VoxelBox{} : box;
}

std::vector<MmPoint> cornersOf(const Grid& grid, const VoxelBox& box)
{
    std::vector<MmPoint> corners;
    for (int corner = 0; corner < 8 && !box.isEmpty(); ++corner) {
        Eigen::Vector3d at;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const bool isLast = (corner >> axis & 1) != 0;
            at[static_cast<Eigen::Index>(axis)] = isLast
                                                      ? static_cast<double>(box.last[axis]) + 0.5
                                                      : static_cast<double>(box.first[axis]) - 0.5;
        }
        corners.push_back(grid.affine.mm({at}));
    }
    return corners;
}

} // namespace fusiform::image

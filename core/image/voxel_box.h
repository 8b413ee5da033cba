// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"

#include <span>

namespace fusiform::image {

/// Distances that differ by less count as equal: image files hold where they lie in single
/// precision, so the same voxel lies a little apart in two files of one image.
constexpr double kTouchMm = 1e-4;

/// A box of voxels, both ends included; empty if a last index lies below the first.
struct VoxelBox {
    std::array<Index, 3> first = {0, 0, 0};
    std::array<Index, 3> last = {-1, -1, -1};

    [[nodiscard]] bool isEmpty() const
    {
        return last[0] < first[0] || last[1] < first[1] || last[2] < first[2];
    }
    [[nodiscard]] std::array<Index, 3> shape() const
    {
        return {last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1};
    }
    friend bool operator==(const VoxelBox&, const VoxelBox&) = default;
};

/// Every voxel of the grid whose centre may lie within `marginMm` of the box around `points` (a box
/// in voxel axes, so that it holds all points between them), and some more. Empty if a number is
/// not finite.
[[nodiscard]] VoxelBox voxelsAround(const Grid& grid, std::span<const MmPoint> points,
                                    double marginMm);
/// The smallest box that holds all members.
[[nodiscard]] VoxelBox boundsOf(const VoxelSet& set);
/// The outer corners of the voxels of a box, mm: 8, or none if it is empty.
[[nodiscard]] std::vector<MmPoint> cornersOf(const Grid& grid, const VoxelBox& box);

/// Calls `visit` with each voxel of a box in the grid's order.
template <class Visit>
void forEachVoxel(const VoxelBox& box, Visit visit)
{
    for (Index k = box.first[2]; k <= box.last[2]; ++k)
        for (Index j = box.first[1]; j <= box.last[1]; ++j)
            for (Index i = box.first[0]; i <= box.last[0]; ++i)
                visit(Voxel{i, j, k});
}

} // namespace fusiform::image

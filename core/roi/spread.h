// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

namespace fusiform::roi {

/// Which voxels touch each other: those with a common face (6), also with a common edge (18), also
/// with a common corner (26).
enum class Neighbours { Faces = 6, Edges = 18, Corners = 26 };

/// The steps to the neighbours of a voxel.
[[nodiscard]] inline std::vector<image::Voxel> stepsTo(Neighbours neighbours)
{
    const image::Index most = neighbours == Neighbours::Faces   ? 1
                              : neighbours == Neighbours::Edges ? 2
                                                                : 3;
    std::vector<image::Voxel> steps;
    for (image::Index k = -1; k <= 1; ++k)
        for (image::Index j = -1; j <= 1; ++j)
            for (image::Index i = -1; i <= 1; ++i)
                if (const image::Index off = i * i + j * j + k * k; off > 0 && off <= most)
                    steps.push_back({i, j, k});
    return steps;
}

/// The voxels that can be reached from `seed` through neighbours that are open, in no order.
/// @param takeIfOpen (Index) tells whether a voxel is open, and closes it: it is asked again for
/// the same voxel.
template <class TakeIfOpen>
[[nodiscard]] std::vector<image::Index> reached(const image::Grid& grid, image::Index seed,
                                                Neighbours neighbours, TakeIfOpen takeIfOpen)
{
    std::vector<image::Index> voxels;
    if (!takeIfOpen(seed))
        return voxels;
    const std::vector<image::Voxel> steps = stepsTo(neighbours);
    voxels.push_back(seed);
    for (std::size_t next = 0; next < voxels.size(); ++next) {
        const image::Voxel from = grid.voxel(voxels[next]);
        for (const image::Voxel& step : steps) {
            const image::Voxel to = {from.i + step.i, from.j + step.j, from.k + step.k};
            if (grid.contains(to) && takeIfOpen(grid.index(to)))
                voxels.push_back(grid.index(to));
        }
    }
    return voxels;
}

} // namespace fusiform::roi

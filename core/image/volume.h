// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/affine.h"

#include <vector>

namespace fusiform::image {

using Index = Eigen::Index;

/// Integer voxel indices.
struct Voxel {
    Index i = 0;
    Index j = 0;
    Index k = 0;
    friend bool operator==(const Voxel&, const Voxel&) = default;
};

/// A regular grid of voxels and where it lies. Linear indices run with i fastest, then j, then k.
struct Grid {
    std::array<Index, 3> shape = {0, 0, 0};
    Affine affine;

    [[nodiscard]] Index size() const { return shape[0] * shape[1] * shape[2]; }
    [[nodiscard]] Index index(const Voxel& v) const
    {
        return v.i + shape[0] * (v.j + shape[1] * v.k);
    }
    [[nodiscard]] Voxel voxel(Index index) const
    {
        return {index % shape[0], index / shape[0] % shape[1], index / (shape[0] * shape[1])};
    }
    [[nodiscard]] bool contains(const Voxel& v) const
    {
        return v.i >= 0 && v.j >= 0 && v.k >= 0 && v.i < shape[0] && v.j < shape[1]
               && v.k < shape[2];
    }
    [[nodiscard]] MmPoint mm(const Voxel& v) const
    {
        return affine.mm({Eigen::Vector3d(static_cast<double>(v.i), static_cast<double>(v.j),
                                          static_cast<double>(v.k))});
    }
    [[nodiscard]] MmPoint mm(Index index) const { return mm(voxel(index)); }
    /// The voxel whose centre is nearest; may lie outside the grid.
    [[nodiscard]] Voxel nearest(const MmPoint& mm) const;

    friend bool operator==(const Grid&, const Grid&) = default;
};

/// Same shape, and every corner voxel within `toleranceMm` of its place on the other grid.
[[nodiscard]] bool isSameGrid(const Grid& a, const Grid& b, double toleranceMm = 1e-3);

/// A 3-D image: one float a voxel, NaN where there is no value.
struct Volume {
    Grid grid;
    std::vector<float> values;

    [[nodiscard]] float at(const Voxel& v) const
    {
        return values[static_cast<std::size_t>(grid.index(v))];
    }
    /// Linear interpolation; NaN outside the grid (more than half a voxel beyond the outer
    /// centres).
    [[nodiscard]] float sample(const MmPoint& mm) const;
};

} // namespace fusiform::image

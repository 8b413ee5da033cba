// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"
#include "core/image/volume.h"
#include "core/util/progress.h"

#include <array>
#include <span>
#include <vector>

namespace fusiform::glm {

/// Pairs of voxels that share a cell of 2 x 2 x 2 voxels, each pair once: every voxel has up to 13
/// neighbours that come after it in the grid.
class Neighbours {
public:
    static constexpr int kCount = 13;

    Neighbours() = default;
    /// @param voxels indices of the grid, ascending
    Neighbours(const std::array<image::Index, 3>& shape, std::span<const image::Index> voxels);

    [[nodiscard]] Eigen::Index size() const { return m_size; }
    /// Which neighbour lies this step (-1, 0 or 1 along each axis) from a voxel, for steps to later
    /// voxels; -1 for others.
    [[nodiscard]] static int numberOf(const std::array<int, 3>& step);

    /// Positions [begin, end) whose k-th neighbour is `shift` positions further.
    struct Stretch {
        Eigen::Index begin = 0;
        Eigen::Index end = 0;
        Eigen::Index shift = 0;
    };
    /// How many positions after a voxel its last neighbour can be.
    [[nodiscard]] Eigen::Index reach() const { return m_reach; }
    [[nodiscard]] const std::vector<Stretch>& stretches(int k) const
    {
        return m_stretches[static_cast<std::size_t>(k)];
    }

private:
    Eigen::Index m_size = 0;
    Eigen::Index m_reach = 0;
    std::array<std::vector<Stretch>, kCount> m_stretches;
};

/// Voxels x 13: of each voxel and its neighbours some product, 0 where there is no neighbour.
using NeighbourProducts = Eigen::Matrix<double, Eigen::Dynamic, Neighbours::kCount>;

/// Adds the sums over scans of y_i y_j of the voxels [begin, end) with their neighbours.
/// @param values scans x voxels, of voxel `begin` and those after it as far as neighbours reach
void addProducts(const Neighbours& neighbours, Eigen::Index begin, Eigen::Index end,
                 const ScanValues& values, NeighbourProducts& products, Progress& progress);

} // namespace fusiform::glm

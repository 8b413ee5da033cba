// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/cortex_voxels.h"

#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fusiform::import {

namespace {

using image::Index;

/// What has been met in each voxel so far.
class Votes {
public:
    Votes(const image::Grid& grid, std::span<const Index> voxels)
        : m_grid(grid),
          m_position(static_cast<std::size_t>(grid.size()), -1),
          m_votes(voxels.size())
    {
        for (std::size_t v = 0; v < voxels.size(); ++v)
            m_position[static_cast<std::size_t>(voxels[v])] = static_cast<std::int32_t>(v);
    }

    void add(const Eigen::Vector3d& mm, std::int32_t parcel, double weight)
    {
        const image::Voxel voxel = m_grid.nearest({mm});
        if (!m_grid.contains(voxel))
            return;
        const std::int32_t position = m_position[static_cast<std::size_t>(m_grid.index(voxel))];
        if (position < 0)
            return;
        auto& votes = m_votes[static_cast<std::size_t>(position)];
        const auto known = std::ranges::find(votes, parcel, &Vote::parcel);
        if (known != votes.end())
            known->weight += weight;
        else
            votes.push_back({parcel, weight});
    }

    [[nodiscard]] std::vector<std::int32_t> winners() const
    {
        std::vector<std::int32_t> result;
        result.reserve(m_votes.size());
        for (const auto& votes : m_votes) {
            const auto best = std::ranges::max_element(votes, [](const Vote& a, const Vote& b) {
                return a.weight < b.weight || (a.weight == b.weight && a.parcel > b.parcel);
            });
            result.push_back(best == votes.end() ? kNoParcel : best->parcel);
        }
        return result;
    }

private:
    struct Vote {
        std::int32_t parcel;
        double weight;
    };
    const image::Grid& m_grid;
    std::vector<std::int32_t> m_position; ///< of each voxel of the grid in `voxels`; -1: not there
    std::vector<std::vector<Vote>> m_votes;
};

using Parcels = std::array<std::int32_t, 3>;

/// The parcel with the most weight; of equals the smaller number.
std::int32_t heaviest(const Parcels& parcels, const std::array<int, 3>& weights)
{
    std::int32_t best = parcels[0];
    int most = -1;
    for (const std::int32_t parcel : parcels) {
        int weight = 0;
        for (std::size_t c = 0; c < 3; ++c)
            weight += parcels[c] == parcel ? weights[c] : 0;
        if (weight > most || (weight == most && parcel < best)) {
            best = parcel;
            most = weight;
        }
    }
    return best;
}

/// The middle of a small triangle within a large one.
struct Cell {
    Eigen::Vector3d weights; ///< of the corners; the sum is 1
    std::int32_t parcel = kNoParcel;
};

/// A triangle cut into `cuts` x `cuts` equal ones: in thirds of a small edge their middles have
/// whole numbers as weights, so that equal weights are found equal.
std::vector<Cell> cellsOf(const Parcels& parcels, int cuts)
{
    std::vector<Cell> cells;
    const auto add = [&](int second, int third) {
        const std::array weights = {3 * cuts - second - third, second, third};
        cells.push_back({Eigen::Vector3d(weights[0], weights[1], weights[2]) / (3 * cuts),
                         heaviest(parcels, weights)});
    };
    for (int i = 0; i < cuts; ++i)
        for (int j = 0; i + j < cuts; ++j) {
            add(3 * i + 1, 3 * j + 1);
            if (i + j < cuts - 1)
                add(3 * i + 2, 3 * j + 2);
        }
    return cells;
}

double longestEdge(const Eigen::Matrix3d& corners)
{
    return std::max({(corners.col(0) - corners.col(1)).norm(),
                     (corners.col(1) - corners.col(2)).norm(),
                     (corners.col(2) - corners.col(0)).norm()});
}

double area(const Eigen::Matrix3d& corners)
{
    const Eigen::Vector3d first = corners.col(1) - corners.col(0);
    const Eigen::Vector3d second = corners.col(2) - corners.col(0);
    return first.cross(second).norm() / 2;
}

/// The number of pieces of `length` that are shorter than `spacing`.
int piecesOf(double length, double spacing, const Cortex& side)
{
    constexpr double kMost = 512; // 128 mm in voxels of half a millimetre
    if (length >= kMost * spacing)
        throw badData(side.file,
                      FUSIFORM_TR("core", "edges and a thickness below %1 mm").arg(kMost * spacing),
                      FUSIFORM_TR("core", "%1").arg(length));
    return static_cast<int>(length / spacing) + 1;
}

void addTriangle(const Cortex& side, const std::array<std::int32_t, 3>& triangle, double spacing,
                 const CortexDepths& depths, Votes& votes)
{
    Eigen::Matrix3d inner;
    Eigen::Matrix3d outer;
    Parcels parcels = {};
    for (std::size_t c = 0; c < 3; ++c) {
        const auto column = static_cast<Eigen::Index>(c);
        inner.col(column) = side.inner.points.col(triangle[c]);
        outer.col(column) = side.outer.size() == 0 ? Eigen::Vector3d(inner.col(column))
                                                   : side.outer.col(triangle[c]);
        parcels[c] = side.parcels[static_cast<std::size_t>(triangle[c])];
    }
    const Eigen::Vector3d lengths
        = (depths.to - depths.from) * (outer - inner).colwise().norm().transpose();
    const int steps = piecesOf(lengths.maxCoeff(), spacing, side);
    // At least two, so that every vertex has small triangles of its own.
    const int cuts
        = std::max(2, piecesOf(std::max(longestEdge(inner), longestEdge(outer)), spacing, side));
    const std::vector<Cell> cells = cellsOf(parcels, cuts);
    // Where the surfaces touch there is no volume, but a label all the same.
    constexpr double kThinnest = 0.01; // mm
    const double thickness = std::max(kThinnest, lengths.mean() / steps);
    for (int step = 0; step < steps; ++step) {
        const double depth = depths.from + (depths.to - depths.from) * (step + 0.5) / steps;
        const Eigen::Matrix3d corners = inner + depth * (outer - inner);
        const double volume = thickness * area(corners) / static_cast<double>(cells.size());
        for (const Cell& cell : cells)
            votes.add(corners * cell.weights, cell.parcel, volume);
    }
}

} // namespace

std::vector<std::int32_t> parcelsOfVoxels(std::span<const Cortex> sides, const image::Grid& grid,
                                          std::span<const Index> voxels, const CortexDepths& depths,
                                          Progress& progress)
{
    const double spacing = grid.affine.voxelSize().minCoeff() / 2;
    Votes votes(grid, voxels);
    for (const Cortex& side : sides) {
        progress.begin(FUSIFORM_TR("core", "Looking up the cortex in voxels"),
                       side.inner.triangles.size());
        for (const auto& triangle : side.inner.triangles) {
            addTriangle(side, triangle, spacing, depths, votes);
            progress.step();
        }
    }
    return votes.winners();
}

} // namespace fusiform::import

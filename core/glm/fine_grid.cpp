// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_grid.h"

#include "core/util/parallel.h"

#include <cmath>

namespace fusiform::glm {

namespace {

using Eigen::Index;

constexpr std::size_t kTogether = 4096;
constexpr std::size_t kCorners = 8;

std::array<int, 3> cornerOf(std::size_t corner)
{
    return {static_cast<int>(corner & 1), static_cast<int>(corner >> 1 & 1),
            static_cast<int>(corner >> 2 & 1)};
}

/// For each pair of a cell's corners, the second after the first: which neighbour it is.
std::array<std::array<int, kCorners>, kCorners> neighbourNumbers()
{
    std::array<std::array<int, kCorners>, kCorners> numbers;
    for (std::size_t a = 0; a < kCorners; ++a)
        for (std::size_t b = a + 1; b < kCorners; ++b) {
            const auto from = cornerOf(a);
            const auto to = cornerOf(b);
            numbers[a][b]
                = Neighbours::numberOf({to[0] - from[0], to[1] - from[1], to[2] - from[2]});
        }
    return numbers;
}

} // namespace

FineGrid::FineGrid(const image::Grid& fine, const image::Grid& scans,
                   std::span<const image::Index> voxels, const std::vector<bool>& usable)
    : m_grid(fine)
{
    std::vector<std::int32_t> positions(static_cast<std::size_t>(scans.size()), -1);
    for (std::size_t p = 0; p < voxels.size(); ++p)
        if (usable[p])
            positions[static_cast<std::size_t>(voxels[p])] = static_cast<std::int32_t>(p);
    const Eigen::Matrix4d toScans = scans.affine.voxelFromMm() * fine.affine.mmFromVoxel();
    // Weights this small are rounding: a fine voxel on a scan voxel depends on that one alone.
    constexpr double kNothing = 1e-6;

    const auto cellAt = [&](Index index, Cell& cell) {
        const image::Voxel at = fine.voxel(index);
        const Eigen::Vector3d point
            = (toScans
               * Eigen::Vector4d(static_cast<double>(at.i), static_cast<double>(at.j),
                                 static_cast<double>(at.k), 1))
                  .head<3>();
        const Eigen::Vector3d low = (point.array() + kNothing).floor();
        const Eigen::Vector3d share = (point - low).cwiseMax(0);
        for (std::size_t c = 0; c < kCorners; ++c) {
            const auto corner = cornerOf(c);
            double weight = 1;
            for (int axis = 0; axis < 3; ++axis)
                weight
                    *= corner[static_cast<std::size_t>(axis)] == 1 ? share[axis] : 1 - share[axis];
            cell.weights[c] = 0;
            cell.positions[c] = 0;
            if (weight <= kNothing)
                continue;
            const image::Voxel voxel{static_cast<Index>(low[0]) + corner[0],
                                     static_cast<Index>(low[1]) + corner[1],
                                     static_cast<Index>(low[2]) + corner[2]};
            const std::int32_t position
                = scans.contains(voxel) ? positions[static_cast<std::size_t>(scans.index(voxel))]
                                        : -1;
            if (position < 0)
                return false;
            cell.weights[c] = static_cast<float>(weight);
            cell.positions[c] = position;
        }
        return true;
    };
    // Slice by slice, then joined in order.
    struct Part {
        std::vector<image::Index> voxels;
        std::vector<Cell> cells;
    };
    std::vector<Part> parts(static_cast<std::size_t>(fine.shape[2]));
    const Index sliceSize = fine.shape[0] * fine.shape[1];
    parallelFor(parts.size(), [&](std::size_t slice) {
        Cell cell;
        for (Index v = 0; v < sliceSize; ++v)
            if (const Index index = static_cast<Index>(slice) * sliceSize + v;
                cellAt(index, cell)) {
                parts[slice].voxels.push_back(index);
                parts[slice].cells.push_back(cell);
            }
    });
    for (const Part& part : parts) {
        m_voxels.insert(m_voxels.end(), part.voxels.begin(), part.voxels.end());
        m_cells.insert(m_cells.end(), part.cells.begin(), part.cells.end());
    }
}

std::vector<double> FineGrid::interpolated(std::span<const double> values) const
{
    std::vector<double> result(m_cells.size());
    parallelBlocks(m_cells.size(), kTogether, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v)
            for (std::size_t c = 0; c < kCorners; ++c)
                if (const Cell& cell = m_cells[v]; cell.weights[c] != 0)
                    result[v] += static_cast<double>(cell.weights[c])
                                 * values[static_cast<std::size_t>(cell.positions[c])];
    });
    return result;
}

std::vector<double> FineGrid::squares(std::span<const double> squares,
                                      const NeighbourProducts& products) const
{
    static const auto kNumbers = neighbourNumbers();
    std::vector<double> result(m_cells.size());
    parallelBlocks(m_cells.size(), kTogether, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const Cell& cell = m_cells[v];
            double sum = 0;
            for (std::size_t a = 0; a < kCorners; ++a) {
                const auto weight = static_cast<double>(cell.weights[a]);
                if (weight == 0)
                    continue;
                const std::int32_t position = cell.positions[a];
                sum += weight * weight * squares[static_cast<std::size_t>(position)];
                for (std::size_t b = a + 1; b < kCorners; ++b)
                    if (cell.weights[b] != 0)
                        sum += 2 * weight * static_cast<double>(cell.weights[b])
                               * products(position, kNumbers[a][b]);
            }
            result[v] = std::max(0.0, sum);
        }
    });
    return result;
}

Eigen::MatrixXf FineGrid::columns(std::span<const Index> fineVoxels,
                                  const Eigen::Ref<const Eigen::MatrixXf>& matrix,
                                  std::span<const Index> columnOf) const
{
    Eigen::MatrixXf result
        = Eigen::MatrixXf::Zero(matrix.rows(), static_cast<Index>(fineVoxels.size()));
    parallelBlocks(fineVoxels.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const Cell& cell = m_cells[static_cast<std::size_t>(fineVoxels[v])];
            for (std::size_t c = 0; c < kCorners; ++c)
                if (cell.weights[c] != 0)
                    result.col(static_cast<Index>(v))
                        += cell.weights[c]
                           * matrix.col(columnOf[static_cast<std::size_t>(cell.positions[c])]);
        }
    });
    return result;
}

} // namespace fusiform::glm

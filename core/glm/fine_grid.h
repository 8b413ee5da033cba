// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/neighbours.h"

#include <cstdint>

namespace fusiform::glm {

/// Voxels of a finer grid (that of the T1 image, say) between those of the scans.
///
/// Had every scan been resliced to the fine grid by linear interpolation, each fine series would be
/// a weighted sum of the series of the 8 scan voxels around it. Least squares is linear in the
/// scans, so the fine estimates are the same sums of the estimates, and the fine residual sum of
/// squares is a quadratic form in the products of neighbouring residuals. So the fit of resliced
/// scans follows from the sums of the scans themselves, exactly, and no resliced scan ever exists.
class FineGrid {
public:
    /// @param voxels of the scans' grid, ascending: the positions that everything else refers to
    /// @param usable whether each may be used. A fine voxel belongs to the fine grid's voxels if
    /// all scan voxels it depends on may be.
    FineGrid(const image::Grid& fine, const image::Grid& scans,
             std::span<const image::Index> voxels, const std::vector<bool>& usable);

    [[nodiscard]] const image::Grid& grid() const { return m_grid; }
    /// Of the fine grid, ascending.
    [[nodiscard]] const std::vector<image::Index>& voxels() const { return m_voxels; }

    /// Values of the fine voxels from one value per scan voxel.
    [[nodiscard]] std::vector<double> interpolated(std::span<const double> values) const;
    /// Sums of squares of the fine series. @param squares of the series of the scan voxels;
    /// @param products of neighbouring ones
    [[nodiscard]] std::vector<double> squares(std::span<const double> squares,
                                              const NeighbourProducts& products) const;
    /// Columns of some fine voxels (positions in voxels()) from the columns of the scan voxels.
    /// @param columnOf the matrix's column of each scan voxel
    [[nodiscard]] Eigen::MatrixXf columns(std::span<const Eigen::Index> fineVoxels,
                                          const Eigen::Ref<const Eigen::MatrixXf>& matrix,
                                          std::span<const Eigen::Index> columnOf) const;

private:
    /// The corners around a fine voxel; a position says nothing where the weight is 0.
    struct Cell {
        std::array<std::int32_t, 8> positions;
        std::array<float, 8> weights;
    };

    image::Grid m_grid;
    std::vector<image::Index> m_voxels;
    std::vector<Cell> m_cells;
};

} // namespace fusiform::glm

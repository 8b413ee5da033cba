// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fine_grid.h"
#include "core/glm/latent_tests.h"
#include "core/glm/normal_equations.h"
#include "core/glm/slab.h"

namespace fusiform::glm {

/// A model's residuals, of every voxel of the scans; they come slab by slab.
struct Residuals {
    std::vector<double> squares;
    NeighbourProducts products;
    double degreesOfFreedom = 0;
    Eigen::Index rank = 0;

    Residuals() = default;
    explicit Residuals(Eigen::Index voxels);
    /// @param equations the slab's sums
    /// @param columns the model's, of the equations
    /// @param ofScans products of the scans, less what the nuisance columns explain: r_i'r_j =
    /// y_i'y_j - b_i'X'y_j
    void add(const Slab& slab, const NormalEquations& equations,
             std::span<const Eigen::Index> columns, const Neighbours& neighbours,
             const NeighbourProducts& ofScans, Progress& progress);
};

/// What is known of every voxel of a fine grid.
struct FineMaps {
    image::Grid grid;
    std::vector<image::Index> voxels;
    std::vector<float> t; ///< faces - fixation
    std::vector<float> residualMeanSquare; ///< of the conditions alone
    std::vector<float> explained; ///< R² of the conditions alone
    std::vector<LatentTests> models;
};

/// Voxels of a fine grid that a fit keeps, and how to get their numbers.
struct FineVoxels {
    const FineGrid& grid;
    std::vector<Eigen::Index> kept; ///< positions in the grid's voxels, ascending
    std::vector<Eigen::Index> columnOf; ///< of each scan voxel's position: its column in estimates

    /// @param estimates any x scan voxels; returns any x kept
    [[nodiscard]] Eigen::MatrixXf of(const Eigen::Ref<const Eigen::MatrixXf>& estimates) const
    {
        return grid.columns(kept, estimates, columnOf);
    }
    [[nodiscard]] std::vector<float> of(const std::vector<float>& perFineVoxel) const;
};

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <span>
#include <vector>

namespace fusiform::glm {

/// Residual sums of squares of a model, one a voxel.
struct ResidualSquares {
    std::span<const double> squares;
    double degreesOfFreedom = 0;
    Eigen::Index rank = 0; ///< of the model
};

/// What the latents add to the conditions, per voxel.
struct LatentTests {
    std::vector<float> gain; ///< 1 - ResMS(with latents) / ResMS(without)
    std::vector<float> gainP; ///< p of F
    std::vector<float> f; ///< F of all latents
    std::vector<float> explained; ///< R² of conditions and latents, nuisance columns taken out

    /// @param squares of the scans less what the nuisance columns explain, one a voxel
    void add(const ResidualSquares& without, const ResidualSquares& with,
             std::span<const double> squares);
};

} // namespace fusiform::glm

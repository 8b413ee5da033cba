// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <string>

namespace fusiform::decode {

struct RidgeOptions {
    double strength = 0.1; ///< λ relative to trace(W Wᵀ) / rows; 0 is the paper's estimator
    bool isAbsolute = false; ///< λ is used as it is
    bool penaliseBias = false; ///< the bias row is never shrunk unless asked
};

struct RidgeSolution {
    Eigen::MatrixXd codes; ///< faces x rows of W: latents, then the bias
    double lambda = 0; ///< used, absolute
    double conditionNumber = 0; ///< of the matrix solved; infinity if it was singular
    Eigen::Index rank = 0;
    std::string form; ///< "primal" (rows x rows) or "dual" (voxels x voxels)
};

/// X = Y Wᵀ (W Wᵀ + λ D)⁻¹ (VanRullen & Reddy 2019, Eq. 3, with ridge; D = 1 but 0 for the bias).
/// With fewer voxels than rows the equal dual form is solved; without ridge it gives the
/// minimum-norm solution (the pseudoinverse). Singular matrices fall back to the
/// eigen-pseudoinverse.
/// @param weights  rows x voxels, the bias last
/// @param patterns faces x voxels, same voxels and scaling; no NaN
[[nodiscard]] RidgeSolution ridgeDecode(const Eigen::Ref<const Eigen::MatrixXd>& weights,
                                        const Eigen::Ref<const Eigen::MatrixXd>& patterns,
                                        const RidgeOptions& options);

} // namespace fusiform::decode

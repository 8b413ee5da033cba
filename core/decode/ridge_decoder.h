// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/symmetric_solve.h"

#include <Eigen/Dense>

#include <memory>
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
    Eigen::Index rank = 0;
    std::string form; ///< "primal" (rows x rows) or "dual" (voxels x voxels)

    /// Of the matrix solved; infinity if it was singular. Costs more than the solution did.
    [[nodiscard]] double conditionNumber() const
    {
        return math::conditionNumber(solved->matrix, solved->solver);
    }
    struct Solved {
        Eigen::MatrixXd matrix;
        math::SymmetricSolver solver;
    };
    std::shared_ptr<const Solved> solved;
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

/// The primal form of it from sums over the voxels.
/// @param gram  W Wᵀ, rows x rows; the lower triangle is read
/// @param cross Y Wᵀ, faces x rows
[[nodiscard]] RidgeSolution ridgeDecodeSums(const Eigen::Ref<const Eigen::MatrixXd>& gram,
                                            const Eigen::Ref<const Eigen::MatrixXd>& cross,
                                            const RidgeOptions& options);

/// X = C (G + s P)⁻¹ with a penalty of its own for every pair of latents, none for the bias: the
/// most probable codes under a Gaussian prior of precision P around 0 and noise of variance s.
/// @param gram      rows x rows; the lower triangle is read
/// @param precision P, latents x latents
[[nodiscard]] RidgeSolution priorDecodeSums(const Eigen::Ref<const Eigen::MatrixXd>& gram,
                                            const Eigen::Ref<const Eigen::MatrixXd>& cross,
                                            const Eigen::Ref<const Eigen::MatrixXd>& precision,
                                            double noiseScale);

} // namespace fusiform::decode

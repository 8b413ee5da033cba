// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

#include <vector>

namespace fusiform::glm {

/// An orthonormal basis of what the columns do not reach: n x (n - rank), its columns orthogonal to
/// all of `columns` (n x any).
[[nodiscard]] Eigen::MatrixXd complementBasis(const Eigen::MatrixXd& columns);

/// Covariance of noise as a sum of components.
struct CovarianceEstimate {
    Eigen::VectorXd hyperparameters; ///< one per component; 0 for those that were pruned
    Eigen::MatrixXd covariance; ///< n x n: sum of hyperparameter x component
    int iterations = 0; ///< of the last ascent
};

/// Restricted maximum likelihood of covariance components (spm_reml, SPM12 revision 7178: Fisher
/// scoring with temporal regularisation, hyperpriors of mean 0 and precision e^-8, at most 32
/// iterations, until the predicted gain in log evidence is below 0.1; if the covariance is then not
/// positive definite, or the hyperparameters cannot be told apart, components whose removal raises
/// the evidence by more than 2 are pruned and the rest is fitted again with twice the precision).
///
/// Only what the fixed effects leave over matters to ReML, so it is done in that space:
/// with R = complementBasis(X), SPM's P = R (RᵀCR)⁻¹ Rᵀ.
/// @param restricted  Rᵀ ⟨y yᵀ⟩ R, r x r: second moments of data, seen as of one sample
/// @param complement  R, n x r, r > 0
/// @param components  n x n each, at least one
/// @throws Error{Failure} if no positive definite covariance is found
[[nodiscard]] CovarianceEstimate
restrictedMaximumLikelihood(const Eigen::MatrixXd& restricted, const Eigen::MatrixXd& complement,
                            const std::vector<Eigen::MatrixXd>& components, Progress& progress);

} // namespace fusiform::glm

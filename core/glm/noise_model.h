// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <vector>

namespace fusiform::glm {

/// What the fit assumes of the serial correlations of a run's noise.
enum class NoiseModel {
    None, ///< white
    Ar1, ///< SPM's default: two components around an AR(1) process with coefficient 0.2
    Fast, ///< SPM's FAST: a dictionary of damped exponentials, for short repetition times
};

/// The covariance components of a run of `scans` scans (spm_Ce): each scans x scans, symmetric,
/// Toeplitz; a run's noise has the covariance h1 Q1 + h2 Q2 + ...  AR(1) has 2, FAST up to 18,
/// white noise none.
/// @param repetitionTime s; only FAST uses it.
[[nodiscard]] std::vector<Eigen::MatrixXd>
covarianceComponents(NoiseModel model, Eigen::Index scans, double repetitionTime);

/// W = V^(-1/2), symmetric, so that W V W = 1.
/// @param covariance V, n x n, symmetric, positive definite; eigenvalues below 1e-8 of the largest
/// are raised to that.
[[nodiscard]] Eigen::MatrixXd whitening(const Eigen::MatrixXd& covariance);

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/series_sums.h"

namespace fusiform::decode {

/// How the noise of voxels goes together: Σ = Fᵀ F + diag(own), percent signal squared, of one
/// scan. The part of it for a region is made of the same columns, whatever the region.
struct NoiseCovariance {
    Eigen::MatrixXf factors; ///< factors x voxels of the series
    Eigen::VectorXf own; ///< per voxel, what no factor explains; NaN: the voxel does not vary

    [[nodiscard]] Eigen::Index voxels() const { return own.size(); }
};

/// Largest number of factors: with more, a stroke would cost noticeably more than W alone does.
constexpr Eigen::Index kMostNoiseFactors = 64;

/// The covariance of what the model of a fit leaves of the scans. Its correlations are those of as
/// many scans as the residuals have degrees of freedom n, of more or fewer voxels v: only
/// eigenvalues above what noise without any correlation reaches, (1 + sqrt(v / n))² times the mean
/// of the others, become factors, each shrunk as is best for such a spike (Donoho, Gavish &
/// Johnstone 2018, Annals of Statistics 46:1742, Frobenius loss); the rest of each voxel's variance
/// is its own.
/// @param sums and estimates of all runs of the series
/// @throws Error{Cancelled}
[[nodiscard]] NoiseCovariance noiseCovariance(const glm::KeptSeries& series,
                                              const glm::SeriesSums& sums,
                                              const glm::SeriesEstimates& estimates,
                                              Progress& progress);

/// What a sample eigenvalue of the covariance of n scans and v voxels says, where noise alone has
/// the variance 1: the part of it above 1 that is kept.
/// @param value  sample eigenvalue
/// @param aspect v / n
/// @return 0 at or below (1 + sqrt(aspect))²
[[nodiscard]] double shrunkSpike(double value, double aspect);

} // namespace fusiform::decode

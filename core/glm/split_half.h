// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/series_weights.h"

namespace fusiform::glm {

/// What is to be expected of twice as many runs: 2 r / (1 + r) (Spearman 1910, Brown 1910); NaN at
/// or below -1.
[[nodiscard]] double spearmanBrown(double r);

/// How well W of one half of the runs agrees with W of the other: correlations between -1 and 1,
/// not corrected for the half length.
struct SplitHalf {
    std::vector<std::size_t> odd; ///< the runs that count as the 1st, 3rd, 5th, ... of the fit
    std::vector<std::size_t> even; ///< the 2nd, 4th, 6th, ...
    /// Per voxel of the series, across latents (without the bias); NaN outside `voxels` and where
    /// there are fewer than three latents.
    std::vector<double> voxels;
    std::vector<double> latents; ///< per latent, across the voxels; NaN: the latent does not vary
    double bias = 0; ///< the same of the bias
    Eigen::Index columns = 0; ///< of the larger model of the two
    Eigen::Index rank = 0; ///< of the weaker one; below `columns`, half the runs do not determine W
};

/// Estimates W from odd and from even runs, by the order of the runs.
/// @param codes  of scaledTrialCodes
/// @param voxels positions in the series that are compared
/// @throws Error{Usage} with fewer than two runs, Error{Cancelled}
[[nodiscard]] SplitHalf splitHalfReliability(const KeptSeries& series,
                                             std::span<const Eigen::MatrixXd> codes,
                                             std::span<const Eigen::Index> voxels,
                                             Progress& progress);

} // namespace fusiform::glm

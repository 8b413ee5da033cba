// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/series_sums.h"

namespace fusiform::decode {

/// What is known of a face's code before its pattern is seen: how the codes of the training faces
/// vary together, and how far the noise of one scan reaches into a decoded pattern.
struct CodePrior {
    /// Latents x latents, P⁻¹ of codes in units of the training sd; 0 for latents that do not vary.
    Eigen::MatrixXd precision;
    /// c, the variance of a pattern's own noise in that of one scan: the mean of (XᵀX)⁻¹ over the
    /// exploration faces.
    double patternNoise = 0;
    /// E[xᵀ A x], what the noise of W adds, which is an estimate too: A = (XᵀX)⁻¹ of W's rows, x a
    /// training code and its bias.
    double weightNoise = 0;

    /// s: a pattern less what W makes of its code has the covariance s Σ, Σ of one scan.
    [[nodiscard]] double noiseScale() const { return patternNoise + weightNoise; }
};

/// @param codes of all training trials, trials x latents in units of the sd (scaledTrialCodes)
[[nodiscard]] CodePrior codePrior(const glm::KeptSeries& series, const glm::SeriesSums& sums,
                                  const glm::SeriesEstimates& estimates,
                                  std::span<const Eigen::MatrixXd> codes);

/// The correlations of codes, shrunk towards none as their number asks for (Ledoit & Wolf 2004,
/// Journal of Multivariate Analysis 88:365), and inverted; rows and columns of latents that do not
/// vary are 0.
/// @param codes trials x latents
[[nodiscard]] Eigen::MatrixXd shrunkPrecision(const Eigen::Ref<const Eigen::MatrixXd>& codes);

} // namespace fusiform::decode

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <array>

namespace fusiform::stats {

/// What three regions explain, alone and in every combination (methods 5.6).
struct RegionsExplained {
    double a = 0, b = 0, c = 0, ab = 0, ac = 0, bc = 0, abc = 0; ///< R squared
};
/// The seven parts of R squared of all three. A shared part may be negative: one region hides in
/// another what it adds (suppression); it is shown, never clipped.
struct Commonality {
    double onlyA = 0, onlyB = 0, onlyC = 0;
    double sharedAB = 0, sharedAC = 0, sharedBC = 0, sharedABC = 0;

    [[nodiscard]] double sum() const
    {
        return onlyA + onlyB + onlyC + sharedAB + sharedAC + sharedBC + sharedABC;
    }
};
[[nodiscard]] Commonality commonality(const RegionsExplained& explained);

/// Sums of products of observations (1, a, b, c, observed): they add over parts of the data.
using RegionMoments = Eigen::Matrix<double, 5, 5>;
/// @param predictors observations x 3; @param observed one a row
[[nodiscard]] RegionMoments regionMoments(const Eigen::Ref<const Eigen::MatrixX3d>& predictors,
                                          const Eigen::Ref<const Eigen::VectorXd>& observed);
/// explainedBy() of the observations that were summed; NaN where there is nothing to explain.
[[nodiscard]] RegionsExplained explainedBy(const RegionMoments& moments);

/// R squared of least squares on every choice of predictors, with an intercept.
/// @param predictors observations x 3; @param observed one a row
/// @throws Error{Usage} with fewer than 5 observations or numbers that are none
[[nodiscard]] RegionsExplained explainedBy(const Eigen::Ref<const Eigen::MatrixX3d>& predictors,
                                           const Eigen::Ref<const Eigen::VectorXd>& observed);

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <optional>

namespace fusiform::stats {

/// Friedman's test of whether conditions differ, from their ranks within each subject (methods
/// 5.4). Ties share their mean rank, and the statistic is corrected for them.
struct Friedman {
    double statistic = 0; ///< chi squared with the correction for ties; NaN: all ranks are tied
    int df = 0; ///< conditions - 1
    double p = 1; ///< of the chi squared distribution, which few subjects do not follow
    /// Share of all orders of the values within subjects that give at least this statistic. None:
    /// there are too many orders to be counted.
    std::optional<double> exact;
    double kendallsW = 0; ///< effect size, 0 to 1: statistic / (subjects * df)
    Eigen::VectorXd meanRanks; ///< of each condition; the lowest value has rank 1
    double rankVariance = 0; ///< mean over subjects of the variance of ranks within a subject
};

/// @param table subjects x conditions
/// @throws Error{Usage} with fewer than 2 subjects or conditions, or a value that is no number
[[nodiscard]] Friedman friedman(const Eigen::Ref<const Eigen::MatrixXd>& table);

/// Ranks from 1 of each row; equal values share their mean rank.
[[nodiscard]] Eigen::MatrixXd ranksWithinRows(const Eigen::Ref<const Eigen::MatrixXd>& table);

} // namespace fusiform::stats

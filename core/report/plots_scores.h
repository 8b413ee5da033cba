// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/stats/binomial_test.h"

#include <Eigen/Dense>

#include <optional>
#include <vector>

namespace fusiform::report {

/// Scores of subjects under conditions, as the paper's Fig. 4c and 5 show them.
struct ScorePlot {
    Text title;
    std::vector<Text> conditions;
    Eigen::MatrixXd shares; ///< subjects x conditions, 0 ... 1
    std::vector<std::string> subjects; ///< names of the rows
    double chance = 0.5;
    /// Of each condition, for a single subject: what the share could as well be.
    std::vector<stats::Interval> intervals;
    std::vector<Text> notes; ///< below each condition: its p value
};

/// A bar at the mean of each condition, a dot for every subject, a dashed line at chance; with one
/// subject its interval instead of dots.
[[nodiscard]] Figure scoreFigure(const ScorePlot& plot, double widthMm);

} // namespace fusiform::report

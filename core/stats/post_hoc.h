// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/friedman.h"

#include <vector>

namespace fusiform::stats {

/// P(Q > q) of the studentized range of k means with infinitely many degrees of freedom.
[[nodiscard]] double studentizedRangeTail(double q, int k);
/// The q that is exceeded with probability p. @param p above 0, below 1
[[nodiscard]] double studentizedRangeQuantile(double p, int k);

/// Two conditions after Friedman's test.
struct PairOfConditions {
    int first = 0;
    int second = 0;
    double difference = 0; ///< of their mean ranks, first - second
    double tukey = 1; ///< p of the studentized range; Nemenyi's test without ties
    double bonferroni = 1; ///< p of the normal distribution times the number of pairs, at most 1
};

struct PostHoc {
    std::vector<PairOfConditions> pairs; ///< first < second
    double criticalDifference = 0; ///< of mean ranks: Tukey's p is below `level` beyond it
};

/// Which conditions differ (methods 5.5: MATLAB's friedman, multcompare): a difference of mean
/// ranks is studentized by sqrt(rankVariance / subjects), which ties make smaller.
/// @param subjects of the test
[[nodiscard]] PostHoc postHoc(const Friedman& test, Eigen::Index subjects, double level = 0.05);

} // namespace fusiform::stats

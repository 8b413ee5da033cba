// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/tails.h"

namespace fusiform::stats {

/// Bounds of an estimate.
struct Interval {
    double low = 0;
    double high = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// A count of successes held against chance.
struct BinomialTest {
    Tails tails; ///< one-sided, towards more successes
    double twoSided = 1; ///< all outcomes that are at most as likely as this one
    double share = 0; ///< k / n
    Interval interval; ///< of the share: Clopper and Pearson's, which holds its level exactly
};

/// @param chance of one success
/// @param level of the interval
/// @throws Error{Usage} unless 0 <= k <= n, n >= 1, 0 < chance < 1, 0 < level < 1
[[nodiscard]] BinomialTest binomialTest(long k, long n, double chance, double level = 0.95);

} // namespace fusiform::stats

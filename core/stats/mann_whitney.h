// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/tails.h"

#include <span>

namespace fusiform::stats {

/// How well a score tells two groups apart, whatever the threshold (Mann & Whitney 1947).
struct MannWhitney {
    /// Under the ROC curve: the share of pairs, one of each group, in which the one with the
    /// attribute scores higher; ties count half. NaN if a group is empty or a score is no number.
    double area = 0;
    /// Of the area, over all ways to deal the labels out to the scores: NaN with the area.
    Tails tails;
    bool isExact = false; ///< every way counted; else by the normal distribution, ties corrected
};

/// @param with scores of those that have the attribute; @param without of those that have not
[[nodiscard]] MannWhitney mannWhitney(std::span<const double> with,
                                      std::span<const double> without);

} // namespace fusiform::stats

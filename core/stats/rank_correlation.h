// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace fusiform::stats {

/// Ranks from 1, the lowest value first; equal values share the mean of theirs. No value may be
/// NaN.
[[nodiscard]] std::vector<double> midRanks(std::span<const double> values);

/// Spearman's rank correlation: Pearson's of the ranks. NaN with fewer than two pairs, where either
/// does not vary, or where a value is no number.
[[nodiscard]] double spearman(std::span<const double> a, std::span<const double> b);

} // namespace fusiform::stats

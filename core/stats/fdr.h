// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace fusiform::stats {

enum class FdrProcedure {
    BenjaminiHochberg, ///< 1995: independent or positively dependent tests
    BenjaminiYekutieli, ///< 2001: tests of any dependence
};

/// Adjusted p values: the smallest false discovery rate at which each test is still called. A NaN
/// is no test: it stays NaN and does not count.
[[nodiscard]] std::vector<double> fdrAdjusted(std::span<const double> p, FdrProcedure procedure);

/// The largest p value that is called at false discovery rate `level`: those up to it are called;
/// none if nothing is.
[[nodiscard]] std::optional<double> fdrThreshold(std::span<const double> p, double level,
                                                 FdrProcedure procedure);

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/binomial_test.h"
#include "core/util/progress.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fusiform::stats {

struct BootstrapOptions {
    std::int64_t draws = 10'000;
    double level = 0.95;
    std::uint64_t seed = 1;
};

/// An estimate of a sample and how far others like it may be from it.
struct Bootstrapped {
    double estimate = 0;
    /// Bias-corrected and accelerated (Efron 1987); NaN where it cannot be told: a sample of one,
    /// or a statistic that is no number in some draw.
    Interval interval;
    double standardError = 0; ///< of the draws
};

/// A statistic of a choice of the sample's items, which may be chosen more than once.
/// @param chosen positions in the sample
using SampleStatistic = std::function<double(std::span<const std::size_t> chosen)>;

/// Draws samples of `size` items with replacement. A statistic that is the same in all draws has an
/// interval of no width.
/// @throws Error{Usage} without items or draws, Error{Cancelled}
[[nodiscard]] Bootstrapped bootstrap(std::size_t size, const SampleStatistic& statistic,
                                     const BootstrapOptions& options, Progress& progress);

/// The same of a sample in groups whose sizes are given, such as faces with and without a label:
/// the first group's items come first. Every draw takes as many of each group as there are, so that
/// none is ever without one.
[[nodiscard]] Bootstrapped bootstrapWithin(std::span<const std::size_t> groupSizes,
                                           const SampleStatistic& statistic,
                                           const BootstrapOptions& options, Progress& progress);

/// Of a mean.
[[nodiscard]] Bootstrapped bootstrapMean(std::span<const double> values,
                                         const BootstrapOptions& options, Progress& progress);

} // namespace fusiform::stats

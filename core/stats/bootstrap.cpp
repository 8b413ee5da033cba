// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "core/math/distributions.h"
#include "core/util/error.h"
#include "core/util/random.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::stats {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double normalQuantile(double p) { return quantile(boost::math::normal_distribution<>(), p); }

/// How the statistic's spread changes with its value, from leaving out one item at a time.
double accelerationOf(std::size_t size, const SampleStatistic& statistic)
{
    std::vector<double> without(size);
    std::vector<std::size_t> chosen(size - 1);
    for (std::size_t left = 0; left < size; ++left) {
        for (std::size_t i = 0; i < chosen.size(); ++i)
            chosen[i] = i + (i >= left ? 1 : 0);
        without[left] = statistic(chosen);
    }
    const double mean
        = std::accumulate(without.begin(), without.end(), 0.0) / static_cast<double>(size);
    double squares = 0;
    double cubes = 0;
    for (const double value : without) {
        const double off = mean - value;
        squares += off * off;
        cubes += off * off * off;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

/// Linear between the ordered values.
double quantileOf(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

Interval acceleratedInterval(const std::vector<double>& sorted, double estimate,
                             double acceleration, double level)
{
    const auto count = static_cast<double>(sorted.size());
    const auto [first, last] = std::ranges::equal_range(sorted, estimate);
    const auto below = static_cast<double>(first - sorted.begin());
    const auto same = static_cast<double>(last - first);
    const double share = (below + same / 2) / count;
    if (share <= 0 || share >= 1) // all draws on one side
        return sorted.front() == sorted.back() ? Interval{estimate, estimate}
                                               : Interval{kUnknown, kUnknown};
    const double bias = normalQuantile(share);
    const auto bound = [&](double p) {
        const double z = bias + normalQuantile(p);
        return quantileOf(sorted, 1 - math::normalTail(bias + z / (1 - acceleration * z)));
    };
    return {bound((1 - level) / 2), bound((1 + level) / 2)};
}

} // namespace

Bootstrapped bootstrap(std::size_t size, const SampleStatistic& statistic,
                       const BootstrapOptions& options, Progress& progress)
{
    return bootstrapWithin(std::span(&size, 1), statistic, options, progress);
}

Bootstrapped bootstrapWithin(std::span<const std::size_t> groupSizes,
                             const SampleStatistic& statistic, const BootstrapOptions& options,
                             Progress& progress)
{
    const std::size_t size = std::accumulate(groupSizes.begin(), groupSizes.end(), std::size_t{0});
    if (size < 1 || options.draws < 1 || !(options.level > 0 && options.level < 1))
        throw usage(FUSIFORM_TR("core", "A bootstrap of %1 items in %2 draws cannot be made.")
                        .arg(size)
                        .arg(options.draws));
    std::vector<std::size_t> chosen(size);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    Bootstrapped result;
    result.estimate = statistic(chosen);
    result.interval = {kUnknown, kUnknown};
    result.standardError = kUnknown;
    if (size < 2)
        return result;
    Random random(options.seed);
    std::vector<double> draws(static_cast<std::size_t>(options.draws));
    for (double& draw : draws) {
        if (progress.isCancelled())
            throw cancelled();
        std::size_t item = 0;
        std::size_t before = 0; // items of the groups that are done
        for (const std::size_t group : groupSizes) {
            for (std::size_t member = 0; member < group; ++member)
                chosen[item++] = before + random.below(group);
            before += group;
        }
        draw = statistic(chosen);
    }
    if (std::ranges::any_of(draws, [](double draw) { return !std::isfinite(draw); }))
        return result;
    std::ranges::sort(draws);
    const auto count = static_cast<double>(draws.size());
    const double mean = std::accumulate(draws.begin(), draws.end(), 0.0) / count;
    double squares = 0;
    for (const double draw : draws)
        squares += (draw - mean) * (draw - mean);
    result.standardError = draws.size() > 1 ? std::sqrt(squares / (count - 1)) : kUnknown;
    result.interval = acceleratedInterval(draws, result.estimate, accelerationOf(size, statistic),
                                          options.level);
    return result;
}

Bootstrapped bootstrapMean(std::span<const double> values, const BootstrapOptions& options,
                           Progress& progress)
{
    const auto mean = [&](std::span<const std::size_t> chosen) {
        double sum = 0;
        for (const std::size_t item : chosen)
            sum += values[item];
        return sum / static_cast<double>(chosen.size());
    };
    return bootstrap(values.size(), mean, options, progress);
}

} // namespace fusiform::stats

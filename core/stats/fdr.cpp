// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/fdr.h"

#include <algorithm>
#include <cmath>

namespace fusiform::stats {

namespace {

/// The tests in ascending order of p, as positions.
std::vector<std::size_t> ascendingTests(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i]))
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p[i]; });
    return order;
}

/// How many times m tests p has to be smaller: m, and the harmonic sum for any dependence.
double testsToPayFor(std::size_t m, FdrProcedure procedure)
{
    double harmonic = 1;
    if (procedure == FdrProcedure::BenjaminiYekutieli)
        for (std::size_t i = 2; i <= m; ++i)
            harmonic += 1 / static_cast<double>(i);
    return static_cast<double>(m) * harmonic;
}

} // namespace

std::vector<double> fdrAdjusted(std::span<const double> p, FdrProcedure procedure)
{
    std::vector<double> adjusted(p.begin(), p.end());
    const std::vector<std::size_t> order = ascendingTests(p);
    const double tests = testsToPayFor(order.size(), procedure);
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t test = order[rank - 1];
        least = std::min(least, p[test] * tests / static_cast<double>(rank));
        adjusted[test] = least;
    }
    return adjusted;
}

std::optional<double> fdrThreshold(std::span<const double> p, double level, FdrProcedure procedure)
{
    const std::vector<std::size_t> order = ascendingTests(p);
    const double tests = testsToPayFor(order.size(), procedure);
    for (std::size_t rank = order.size(); rank > 0; --rank)
        if (p[order[rank - 1]] * tests <= level * static_cast<double>(rank))
            return p[order[rank - 1]];
    return std::nullopt;
}

} // namespace fusiform::stats

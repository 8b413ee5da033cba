// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/post_hoc.h"

#include "core/math/distributions.h"
#include "core/util/error.h"

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fusiform::stats {

double studentizedRangeTail(double q, int k)
{
    if (k < 2)
        throw usage(FUSIFORM_TR("core", "A range needs at least 2 means; there is %1.").arg(k));
    if (std::isnan(q))
        return q;
    if (q <= 0)
        return 1;
    // 1 - P(range <= q), P = k * integral of phi(z) [Phi(z) - Phi(z - q)]^(k-1) over the largest z.
    // Written as k * integral of phi(z) (Phi(z)^(k-1) - [Phi(z) - Phi(z - q)]^(k-1)), so that small
    // tails keep their digits.
    const auto integrand = [&](double z) {
        const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        const double below = math::normalTail(-z);
        const double farBelow = math::normalTail(q - z);
        if (below <= 0)
            return 0.0;
        return k * density * std::pow(below, k - 1)
               * -std::expm1((k - 1) * std::log1p(-std::min(1.0, farBelow / below)));
    };
    constexpr double kFar = 12; // phi is below 1e-31 there
    constexpr unsigned kHalvings = 12;
    constexpr double kTolerance = 1e-13;
    const double tail = boost::math::quadrature::gauss_kronrod<double, 61>::integrate(
        integrand, -kFar, kFar, kHalvings, kTolerance);
    return std::clamp(tail, 0.0, 1.0);
}

double studentizedRangeQuantile(double p, int k)
{
    if (!(p > 0 && p < 1))
        throw usage(FUSIFORM_TR("core", "%1 is no probability between 0 and 1.").arg(p));
    const auto excess = [&](double q) { return studentizedRangeTail(q, k) - p; };
    std::uintmax_t steps = 200;
    const auto [low, high] = boost::math::tools::toms748_solve(
        excess, 0.0, 40.0, boost::math::tools::eps_tolerance<double>(46), steps);
    return (low + high) / 2;
}

PostHoc postHoc(const Friedman& test, Eigen::Index subjects, double level)
{
    const auto conditions = static_cast<int>(test.meanRanks.size());
    const double error = std::sqrt(test.rankVariance / static_cast<double>(subjects));
    const double pairs = conditions * (conditions - 1) / 2.0;
    PostHoc result;
    result.criticalDifference = studentizedRangeQuantile(level, conditions) * error;
    for (int first = 0; first < conditions; ++first)
        for (int second = first + 1; second < conditions; ++second) {
            PairOfConditions pair{first, second, test.meanRanks[first] - test.meanRanks[second]};
            const double size = std::abs(pair.difference) / error;
            pair.tukey = studentizedRangeTail(size, conditions);
            pair.bonferroni
                = std::min(1.0, pairs * 2 * math::normalTail(size / std::numbers::sqrt2));
            result.pairs.push_back(pair);
        }
    return result;
}

} // namespace fusiform::stats

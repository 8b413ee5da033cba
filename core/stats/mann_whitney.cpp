// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/mann_whitney.h"

#include "core/math/distributions.h"
#include "core/stats/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace fusiform::stats {

namespace {

constexpr double kNoArea = std::numeric_limits<double>::quiet_NaN();

/// Whole numbers also where scores share a rank.
using DoubledRanks = std::vector<std::size_t>;

/// Number of choices of `members` of the ranks by their sum.
std::vector<double> choicesBySum(const DoubledRanks& ranks, std::size_t members)
{
    std::size_t most = 0;
    for (const std::size_t rank : ranks)
        most += rank;
    std::vector<std::vector<double>> ways(members + 1, std::vector<double>(most + 1, 0.0));
    ways[0][0] = 1;
    std::size_t soFar = 0;
    std::size_t seen = 0;
    for (const std::size_t rank : ranks) {
        soFar += rank;
        ++seen;
        // From the largest group down: a rank is taken once.
        for (std::size_t group = std::min(members, seen); group >= 1; --group)
            for (std::size_t sum = soFar; sum >= rank; --sum)
                ways[group][sum] += ways[group - 1][sum - rank];
    }
    return ways[members];
}

/// P(sum of `members` ranks >= and > observed).
Tails exactTails(const DoubledRanks& ranks, std::size_t members, std::size_t observed)
{
    const std::vector<double> ways = choicesBySum(ranks, members);
    double all = 0;
    double atLeast = 0;
    double more = 0;
    for (std::size_t sum = 0; sum < ways.size(); ++sum) {
        all += ways[sum];
        atLeast += sum >= observed ? ways[sum] : 0;
        more += sum > observed ? ways[sum] : 0;
    }
    return {atLeast / all, more / all};
}

/// With the correction for continuity.
Tails normalTails(const DoubledRanks& ranks, double members, double area)
{
    const auto n = static_cast<double>(ranks.size());
    const double pairs = members * (n - members);
    double ties = 0;
    DoubledRanks sorted = ranks;
    std::ranges::sort(sorted);
    for (auto at = sorted.begin(); at != sorted.end();) {
        const auto next = std::upper_bound(at, sorted.end(), *at);
        const auto same = static_cast<double>(next - at);
        ties += same * same * same - same;
        at = next;
    }
    const double variance = pairs / 12 * (n + 1 - ties / (n * (n - 1)));
    if (!(variance > 0))
        return {1, 0};
    const double above = pairs * (area - 0.5);
    return {math::normalTail((above - 0.5) / std::sqrt(variance)),
            math::normalTail((above + 0.5) / std::sqrt(variance))};
}

} // namespace

MannWhitney mannWhitney(std::span<const double> with, std::span<const double> without)
{
    constexpr double kMostSteps = 6e7; // about a hundred scores
    std::vector<double> scores(with.begin(), with.end());
    scores.insert(scores.end(), without.begin(), without.end());
    if (with.empty() || without.empty()
        || std::ranges::any_of(scores, [](double score) { return std::isnan(score); }))
        return {kNoArea, {kNoArea, kNoArea}, false};
    DoubledRanks ranks;
    std::size_t all = 0;
    std::size_t own = 0;
    for (const double rank : midRanks(scores)) {
        ranks.push_back(static_cast<std::size_t>(std::lround(2 * rank)));
        own += ranks.size() <= with.size() ? ranks.back() : 0;
        all += ranks.back();
    }
    const auto members = static_cast<double>(with.size());
    const double pairs = members * static_cast<double>(without.size());
    MannWhitney result;
    result.area = (static_cast<double>(own) / 2 - members * (members + 1) / 2) / pairs;
    const std::size_t fewer = std::min(with.size(), without.size());
    const double steps = static_cast<double>(scores.size()) * static_cast<double>(fewer)
                         * static_cast<double>(all);
    result.isExact = steps <= kMostSteps;
    if (!result.isExact)
        result.tails = normalTails(ranks, members, result.area);
    else if (with.size() == fewer)
        result.tails = exactTails(ranks, fewer, own);
    else { // a high sum of the one group is a low sum of the other
        const Tails others = exactTails(ranks, fewer, all - own);
        result.tails = {1 - others.more, 1 - others.atLeast};
    }
    return result;
}

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/rank_correlation.h"

#include "core/math/correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::stats {

std::vector<double> midRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        for (std::size_t at = first; at <= last; ++at)
            ranks[order[at]] = static_cast<double>(first + last) / 2 + 1;
        first = last + 1;
    }
    return ranks;
}

double spearman(std::span<const double> a, std::span<const double> b)
{
    const auto isNone = [](double value) { return std::isnan(value); };
    if (a.size() != b.size() || a.size() < 2 || std::ranges::any_of(a, isNone)
        || std::ranges::any_of(b, isNone))
        return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> first = midRanks(a);
    const std::vector<double> second = midRanks(b);
    const auto n = static_cast<Eigen::Index>(first.size());
    return math::pearson(Eigen::Map<const Eigen::VectorXd>(first.data(), n),
                         Eigen::Map<const Eigen::VectorXd>(second.data(), n));
}

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/rank_sum_null.h"

#include "core/util/error.h"

#include <algorithm>
#include <cmath>

namespace fusiform::stats {

RankSumNull::RankSumNull(int rows, int most) : m_rows(rows), m_most(most)
{
    constexpr double kLargest = 1e6;
    if (rows < 1 || most < 1 || static_cast<double>(rows) * most > kLargest)
        throw usage(FUSIFORM_TR("core", "A sum of %1 ranks of 0 to %2 is none that can be tested.")
                        .arg(rows)
                        .arg(most));
    // A row at a time; the window of each new sum slides, so a row costs one addition a value.
    std::vector<double> probability{1.0};
    for (int row = 1; row <= rows; ++row) {
        std::vector<double> next(static_cast<std::size_t>(row * most) + 1);
        // From both ends towards the middle: the distribution is symmetrical, and sums of what only
        // grows keep all digits of the smallest probabilities.
        double window = 0;
        for (std::size_t sum = 0; sum <= next.size() / 2; ++sum) {
            window = 0;
            const std::size_t first
                = sum > static_cast<std::size_t>(most) ? sum - static_cast<std::size_t>(most) : 0;
            for (std::size_t s = first; s <= std::min(sum, probability.size() - 1); ++s)
                window += probability[s];
            const double share = window / (most + 1);
            next[sum] = share;
            next[next.size() - 1 - sum] = share;
        }
        probability = std::move(next);
    }
    m_atLeast.assign(probability.size() + 1, 0.0);
    for (std::size_t sum = probability.size(); sum-- > 0;)
        m_atLeast[sum] = m_atLeast[sum + 1] + probability[sum];
}

double RankSumNull::variance() const { return m_rows * ((m_most + 1.0) * (m_most + 1.0) - 1) / 12; }

Tails RankSumNull::tails(double sum) const
{
    const auto from = [&](double least) {
        return m_atLeast[static_cast<std::size_t>(std::clamp(least, 0.0, highest() + 1.0))];
    };
    return {std::min(1.0, from(std::ceil(sum))), std::min(1.0, from(std::floor(sum) + 1))};
}

int RankSumNull::critical(double level) const
{
    const auto below = std::ranges::find_if(m_atLeast, [&](double p) { return p < level; });
    return static_cast<int>(below - m_atLeast.begin());
}

} // namespace fusiform::stats

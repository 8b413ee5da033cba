// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/friedman.h"

#include "core/math/distributions.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

namespace fusiform::stats {

namespace {

using Eigen::Index;

/// Twice the ranks, which are whole numbers also where two share one.
using Doubled = std::vector<long>;

Doubled doubled(const Eigen::RowVectorXd& ranks)
{
    Doubled twice;
    for (const double rank : ranks)
        twice.push_back(std::lround(2 * rank));
    return twice;
}

/// Sum of squares of rank sums: all that the statistic depends on once the ties are given.
long sumOfSquares(const Doubled& sums)
{
    return std::accumulate(sums.begin(), sums.end(), 0L,
                           [](long sum, long value) { return sum + value * value; });
}

/// The share of orders whose sum of squares is at least that of the table. The sums of the first
/// subjects are kept with how often each comes about, up to the order of conditions, which changes
/// nothing: far fewer than orders.
std::optional<double> exactShare(const Eigen::MatrixXd& ranks)
{
    const auto conditions = static_cast<int>(ranks.cols());
    double ordersOfRow = 1;
    for (int c = 2; c <= conditions; ++c)
        ordersOfRow *= c;
    constexpr double kMostSteps = 5e7;
    if (std::pow(ordersOfRow, static_cast<double>(ranks.rows())) > 1e300)
        return {};
    std::map<Doubled, double> counts;
    Doubled first = doubled(ranks.row(0));
    std::ranges::sort(first);
    counts[first] = 1;
    double steps = 0;
    for (Index row = 1; row < ranks.rows(); ++row) {
        steps += ordersOfRow * static_cast<double>(counts.size());
        if (steps > kMostSteps)
            return {};
        std::vector<int> order(static_cast<std::size_t>(conditions));
        std::iota(order.begin(), order.end(), 0);
        const Doubled values = doubled(ranks.row(row));
        std::map<Doubled, double> next;
        do
            for (const auto& [sums, count] : counts) {
                Doubled sum = sums;
                for (std::size_t c = 0; c < sum.size(); ++c)
                    sum[c] += values[static_cast<std::size_t>(order[c])];
                std::ranges::sort(sum);
                next[sum] += count;
            }
        while (std::ranges::next_permutation(order).found);
        counts = std::move(next);
    }
    Doubled observed(static_cast<std::size_t>(conditions), 0);
    for (Index row = 0; row < ranks.rows(); ++row) {
        const Doubled values = doubled(ranks.row(row));
        for (std::size_t c = 0; c < observed.size(); ++c)
            observed[c] += values[c];
    }
    double all = 0;
    double atLeast = 0;
    for (const auto& [sums, count] : counts) {
        all += count;
        if (sumOfSquares(sums) >= sumOfSquares(observed))
            atLeast += count;
    }
    return atLeast / all;
}

} // namespace

Eigen::MatrixXd ranksWithinRows(const Eigen::Ref<const Eigen::MatrixXd>& table)
{
    Eigen::MatrixXd ranks(table.rows(), table.cols());
    for (Index row = 0; row < table.rows(); ++row)
        for (Index column = 0; column < table.cols(); ++column) {
            const auto values = table.row(row).array();
            const double value = table(row, column);
            ranks(row, column) = static_cast<double>((values < value).count())
                                 + (static_cast<double>((values == value).count()) + 1) / 2;
        }
    return ranks;
}

Friedman friedman(const Eigen::Ref<const Eigen::MatrixXd>& table)
{
    const auto n = static_cast<double>(table.rows());
    const auto k = static_cast<double>(table.cols());
    if (table.rows() < 2 || table.cols() < 2)
        throw usage(FUSIFORM_TR("core",
                                "Friedman's test needs at least 2 subjects and 2 conditions; "
                                "there are %1 and %2.")
                        .arg(table.rows())
                        .arg(table.cols()));
    if (!table.allFinite())
        throw usage(FUSIFORM_TR("core", "Friedman's test needs a number in every place."));
    const Eigen::MatrixXd ranks = ranksWithinRows(table);
    Friedman test;
    test.df = static_cast<int>(table.cols()) - 1;
    test.meanRanks = ranks.colwise().mean().transpose();
    const double middle = (k + 1) / 2;
    const double within
        = (ranks.array() - middle).square().sum(); // k (k^2 - 1) n / 12 without ties
    test.rankVariance = within / (n * (k - 1));
    // The statistic with the correction for ties in one: their ranks vary less.
    const double between = n * n * (test.meanRanks.array() - middle).square().sum();
    test.statistic
        = within > 0 ? (k - 1) * between / within : std::numeric_limits<double>::quiet_NaN();
    test.p = math::chiSquaredTail(test.statistic, test.df);
    test.kendallsW = test.statistic / (n * test.df);
    if (within > 0)
        test.exact = exactShare(ranks);
    return test;
}

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/pairing_permutation.h"

#include "core/util/error.h"
#include "core/util/random.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace fusiform::stats {

using Eigen::Index;

namespace {

/// n! or more than `most`.
double pairingsOf(Index count, double most)
{
    double orders = 1;
    for (Index i = 2; i <= count && orders <= most; ++i)
        orders *= static_cast<double>(i);
    return orders;
}

} // namespace

PairingPermutation permutePairing(const Eigen::Ref<const Eigen::MatrixXd>& measure,
                                  std::int64_t orders, std::uint64_t seed, Progress& progress)
{
    const Index n = measure.rows();
    if (n < 2 || measure.cols() != n || orders < 1 || !measure.allFinite())
        throw usage(FUSIFORM_TR("core", "A measure of %1 things in %2 orders cannot be permuted.")
                        .arg(n)
                        .arg(orders));
    std::vector<Index> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), Index{0});
    const auto scoreOf = [&] {
        double sum = 0;
        for (std::size_t f = 0; f < order.size(); ++f)
            sum += measure(static_cast<Index>(f), order[f]);
        return sum / static_cast<double>(n);
    };
    PairingPermutation result;
    result.score = scoreOf();
    result.chance = measure.mean();
    result.isExact = pairingsOf(n, static_cast<double>(orders)) <= static_cast<double>(orders);
    // Equal sums added in another order may differ in the last bits.
    const double least = result.score - 1e-12 * std::max(1.0, measure.cwiseAbs().maxCoeff());
    std::int64_t atLeast = 0;
    const auto count = [&] {
        atLeast += scoreOf() >= least;
        ++result.orders;
        if (result.orders % 4096 == 0 && progress.isCancelled())
            throw cancelled();
    };
    if (result.isExact) {
        do
            count();
        while (std::ranges::next_permutation(order).found);
    } else {
        Random random(seed);
        for (std::int64_t draw = 0; draw < orders; ++draw) {
            random.shuffle(order);
            count();
        }
    }
    const double own = result.isExact ? 0 : 1;
    result.p = (own + static_cast<double>(atLeast)) / (own + static_cast<double>(result.orders));
    return result;
}

} // namespace fusiform::stats

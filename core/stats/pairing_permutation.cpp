// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/pairing_permutation.h"

#include "core/stats/orders.h"
#include "core/util/error.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace fusiform::stats {

using Eigen::Index;

PairingPermutation permutePairing(const Eigen::Ref<const Eigen::MatrixXd>& measure,
                                  std::int64_t orders, std::uint64_t seed, Progress& progress)
{
    const Index n = measure.rows();
    if (n < 2 || measure.cols() != n || orders < 1 || !measure.allFinite())
        throw usage(FUSIFORM_TR("core", "A measure of %1 things in %2 orders cannot be permuted.")
                        .arg(n)
                        .arg(orders));
    const auto scoreOf = [&](std::span<const Index> order) {
        double sum = 0;
        for (std::size_t f = 0; f < order.size(); ++f)
            sum += measure(static_cast<Index>(f), order[f]);
        return sum / static_cast<double>(n);
    };
    std::vector<Index> own(static_cast<std::size_t>(n));
    std::iota(own.begin(), own.end(), Index{0});
    PairingPermutation result;
    result.score = scoreOf(own);
    result.chance = measure.mean();
    // Equal sums added in another order may differ in the last bits.
    const double least = result.score - 1e-12 * std::max(1.0, measure.cwiseAbs().maxCoeff());
    std::int64_t atLeast = 0;
    const OrdersLooked looked
        = forEachOrder(n, orders, Random(seed), progress,
                       [&](std::span<const Index> order) { atLeast += scoreOf(order) >= least; });
    result.orders = looked.count;
    result.isExact = looked.isExact;
    result.p = looked.p(atLeast);
    return result;
}

} // namespace fusiform::stats

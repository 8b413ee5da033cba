// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/orders.h"

#include "core/util/error.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace fusiform::stats {

namespace {

using Eigen::Index;

/// n! or more than `most`.
double factorial(Index count, double most)
{
    double orders = 1;
    for (Index i = 2; i <= count && orders <= most; ++i)
        orders *= static_cast<double>(i);
    return orders;
}

} // namespace

OrdersLooked forEachOrder(Index size, std::int64_t most, Random random, const Progress& progress,
                          const std::function<void(std::span<const Index>)>& look)
{
    std::vector<Index> order(static_cast<std::size_t>(size));
    std::iota(order.begin(), order.end(), Index{0});
    OrdersLooked looked;
    looked.isExact = factorial(size, static_cast<double>(most)) <= static_cast<double>(most);
    const auto next = [&] {
        look(order);
        if (++looked.count % 512 == 0 && progress.isCancelled())
            throw cancelled();
    };
    if (looked.isExact) {
        do
            next();
        while (std::ranges::next_permutation(order).found);
    } else {
        for (std::int64_t draw = 0; draw < most; ++draw) {
            random.shuffle(order);
            next();
        }
    }
    return looked;
}

} // namespace fusiform::stats

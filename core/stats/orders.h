// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"
#include "core/util/random.h"

#include <Eigen/Dense>

#include <cstdint>
#include <functional>
#include <span>

namespace fusiform::stats {

/// Orders of some things that a permutation test has looked at.
struct OrdersLooked {
    std::int64_t count = 0;
    bool isExact = false; ///< every order once

    /// (1 + orders with at least the observed score) / (1 + orders), or the exact share.
    [[nodiscard]] double p(std::int64_t atLeast) const
    {
        const double own = isExact ? 0 : 1;
        return (own + static_cast<double>(atLeast)) / (own + static_cast<double>(count));
    }
};

/// Calls `look` with `most` random orders of 0 ... size - 1; if there are no more orders than that,
/// with each once. @throws Error{Cancelled}
OrdersLooked forEachOrder(Eigen::Index size, std::int64_t most, Random random,
                          const Progress& progress,
                          const std::function<void(std::span<const Eigen::Index>)>& look);

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <cstdint>
#include <span>

namespace fusiform::stats {

struct SignFlip {
    double mean = 0; ///< of the differences
    double p = 1; ///< two-sided: signs with a mean at least as far from 0
    std::int64_t orders = 0; ///< choices of signs that were looked at
    bool isExact = false; ///< every choice once
};

/// Whether paired numbers differ: if not, each difference could as well have the other sign
/// (Fisher's randomisation test of a mean).
/// @param differences one a pair, finite
/// @param orders drawn at random, p = (1 + as far) / (1 + orders); if there are no more choices
/// than that, each is taken once
/// @throws Error{Usage} without differences or orders, or a number that is none; Error{Cancelled}
[[nodiscard]] SignFlip signFlip(std::span<const double> differences, std::int64_t orders,
                                std::uint64_t seed, Progress& progress);

} // namespace fusiform::stats

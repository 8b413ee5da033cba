// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sign_flip.h"

#include "core/util/error.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::stats {

SignFlip signFlip(std::span<const double> differences, std::int64_t orders, std::uint64_t seed,
                  Progress& progress)
{
    const bool isFinite
        = std::ranges::all_of(differences, [](double one) { return std::isfinite(one); });
    if (differences.empty() || orders < 1 || !isFinite)
        throw usage(FUSIFORM_TR("core", "Signs of %1 differences in %2 orders cannot be flipped.")
                        .arg(differences.size())
                        .arg(orders));
    const auto n = static_cast<double>(differences.size());
    SignFlip result;
    result.mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
    double largest = 0;
    for (const double one : differences)
        largest = std::max(largest, std::abs(one));
    // Equal sums added in another order may differ in the last bits.
    const double least = std::abs(result.mean) - 1e-12 * largest;
    std::int64_t asFar = 0;
    const auto count = [&](auto isFlipped) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += isFlipped(i) ? -differences[i] : differences[i];
        asFar += std::abs(sum / n) >= least;
        ++result.orders;
        if (result.orders % 4096 == 0 && progress.isCancelled())
            throw cancelled();
    };
    constexpr std::size_t kMostBits = 40; // 2^40 choices are never counted
    result.isExact
        = differences.size() <= kMostBits && (std::int64_t{1} << differences.size()) <= orders;
    if (result.isExact) {
        const std::uint64_t choices = std::uint64_t{1} << differences.size();
        for (std::uint64_t signs = 0; signs < choices; ++signs)
            count([&](std::size_t i) { return ((signs >> i) & 1U) != 0; });
    } else {
        Random random(seed);
        for (std::int64_t draw = 0; draw < orders; ++draw)
            count([&](std::size_t) { return random.below(2) == 1; });
    }
    const double own = result.isExact ? 0 : 1;
    result.p = (own + static_cast<double>(asFar)) / (own + static_cast<double>(result.orders));
    return result;
}

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/global_mean.h"

#include "core/util/wide.h"

#include <array>
#include <cstddef>
#include <limits>
#include <numeric>

namespace fusiform::image {

namespace {

struct Sum {
    double sum = 0;
    double count = 0;
};

/// Of the finite values above a threshold. Several running sums, in a fixed order: one alone waits
/// for every addition.
FUSIFORM_WIDE Sum sumAbove(std::span<const float> volume, double threshold)
{
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> sums = {};
    std::array<double, kLanes> counts = {};
    const auto add = [&](std::size_t lane, double value) {
        const bool isCounted = value > threshold && value <= std::numeric_limits<float>::max();
        sums[lane] += isCounted ? value : 0;
        counts[lane] += isCounted ? 1 : 0;
    };
    const std::size_t whole = volume.size() - volume.size() % kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            add(lane, static_cast<double>(volume[i + lane]));
    for (std::size_t i = whole; i < volume.size(); ++i)
        add(i - whole, static_cast<double>(volume[i]));
    return {std::accumulate(sums.begin(), sums.end(), 0.0),
            std::accumulate(counts.begin(), counts.end(), 0.0)};
}

} // namespace

double globalMean(std::span<const float> volume)
{
    const Sum all = sumAbove(volume, -std::numeric_limits<double>::infinity());
    if (all.count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const Sum above = sumAbove(volume, all.sum / all.count / 8);
    return above.count > 0 ? above.sum / above.count : 0;
}

} // namespace fusiform::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/global_mean.h"

#include "core/util/wide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace fusiform::image {

namespace {

struct Sum {
    double sum = 0;
    double count = 0;
};

/// The largest float that is not above a number: a float lies above one as it does above the other.
float floatBelow(double value)
{
    const auto nearest = static_cast<float>(value);
    return static_cast<double>(nearest) <= value
               ? nearest
               : std::nextafter(nearest, -std::numeric_limits<float>::infinity());
}

/// Of the finite values above a threshold. A few values at a time are added up as floats, side by
/// side in a fixed order, which costs a digit of seven at most, and those sums as doubles.
FUSIFORM_WIDE Sum sumAbove(std::span<const float> volume, double threshold)
{
    constexpr std::size_t kLanes = 16;
    constexpr std::size_t kTogether = 16 * kLanes;
    const float limit = floatBelow(threshold);
    Sum total;
    for (std::size_t begin = 0; begin < volume.size(); begin += kTogether) {
        const std::size_t count = std::min(kTogether, volume.size() - begin);
        const float* const values = volume.data() + begin;
        std::array<float, kLanes> sums = {};
        std::array<float, kLanes> counts = {};
        const auto add = [&](std::size_t lane, float value) {
            const bool isCounted = value > limit && value <= std::numeric_limits<float>::max();
            sums[lane] += isCounted ? value : 0.0F;
            counts[lane] += isCounted ? 1.0F : 0.0F;
        };
        const std::size_t whole = count - count % kLanes;
        for (std::size_t i = 0; i < whole; i += kLanes)
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                add(lane, values[i + lane]);
        for (std::size_t i = whole; i < count; ++i)
            add(i - whole, values[i]);
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            total.sum += static_cast<double>(sums[lane]);
            total.count += static_cast<double>(counts[lane]);
        }
    }
    return total;
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

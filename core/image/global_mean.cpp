// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/global_mean.h"

#include "core/util/wide.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

// Written as vectors, which every processor of the kind has: of the plain loop the compiler makes
// branches.
constexpr std::size_t kLanes = 4;
using Floats __attribute__((vector_size(kLanes * sizeof(float)))) = float;
using Counts __attribute__((vector_size(kLanes * sizeof(float)))) = std::int32_t;

/// Of the finite values above a threshold. A few values at a time are added up as floats, side by
/// side in a fixed order, which costs a digit of seven at most, and those sums as doubles.
FUSIFORM_WIDE Sum sumAbove(std::span<const float> volume, double threshold)
{
    constexpr std::size_t kVectors = 4;
    constexpr std::size_t kStep = kVectors * kLanes;
    constexpr std::size_t kTogether = 16 * kStep;
    constexpr float kLargest = std::numeric_limits<float>::max();
    const float limit = floatBelow(threshold);
    Sum total;
    for (std::size_t begin = 0; begin < volume.size(); begin += kTogether) {
        const std::size_t count = std::min(kTogether, volume.size() - begin);
        std::array<Floats, kVectors> sums = {};
        std::array<Counts, kVectors> counts = {};
        for (std::size_t i = 0; i < count; i += kStep) {
            std::array<float, kStep> rest;
            const float* values = volume.data() + begin + i;
            if (count - i < kStep) {
                rest.fill(std::numeric_limits<float>::infinity()); // which does not count
                std::copy_n(values, count - i, rest.data());
                values = rest.data();
            }
            for (std::size_t v = 0; v < kVectors; ++v) {
                Floats some;
                std::memcpy(&some, values + v * kLanes, sizeof(some));
                const Counts isCounted = (some > limit) & (some <= kLargest); // -1 where true
                const Floats none = {};
                sums[v] += isCounted ? some : none;
                counts[v] -= isCounted;
            }
        }
        for (std::size_t v = 0; v < kVectors; ++v)
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                total.sum += static_cast<double>(sums[v][lane]);
                total.count += static_cast<double>(counts[v][lane]);
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

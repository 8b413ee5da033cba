// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/global_mean.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace fusiform::image {

double globalMean(std::span<const float> volume)
{
    double sum = 0;
    std::size_t count = 0;
    for (const float value : volume) {
        if (!std::isfinite(value))
            continue;
        sum += value;
        ++count;
    }
    if (count == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double threshold = sum / static_cast<double>(count) / 8;
    sum = 0;
    count = 0;
    for (const float value : volume) {
        if (!std::isfinite(value) || !(value > threshold))
            continue;
        sum += value;
        ++count;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

} // namespace fusiform::image

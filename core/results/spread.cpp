// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/spread.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::results {

double meanOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sdOf(const std::vector<double>& values)
{
    if (values.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double mean = meanOf(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (static_cast<double>(values.size()) - 1));
}

} // namespace fusiform::results

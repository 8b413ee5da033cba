// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/json_parts.h"

#include <cmath>

namespace fusiform::results {

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json jsonOf(const stats::Tails& tails)
{
    return {{"p", tails.atLeast}, {"p_strict", tails.more}, {"p_mid", tails.mid()}};
}

Json jsonOf(const stats::Interval& interval)
{
    return Json::array({finite(interval.low), finite(interval.high)});
}

} // namespace fusiform::results

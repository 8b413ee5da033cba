// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/binomial_test.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::results {

/// The number, or null where it is none.
[[nodiscard]] Json finite(double value);
/// "p": at least as much, "p_strict": more, "p_mid": half of what is as much.
[[nodiscard]] Json jsonOf(const stats::Tails& tails);
/// [low, high].
[[nodiscard]] Json jsonOf(const stats::Interval& interval);

} // namespace fusiform::results

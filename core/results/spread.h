// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace fusiform::results {

/// NaN without values.
[[nodiscard]] double meanOf(const std::vector<double>& values);
/// With n - 1; NaN for fewer than two values.
[[nodiscard]] double sdOf(const std::vector<double>& values);

} // namespace fusiform::results

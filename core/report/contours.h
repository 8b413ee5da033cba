// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <span>
#include <vector>

namespace fusiform::report {

/// Closed lines along which numbers on a plane cross a level (marching squares, linear between
/// centres). What lies outside the plane counts as below the level.
/// @param values row after row, `width` a row; NaN is below
/// @return places in units of pixels: the centre of the first is (0.5, 0.5)
[[nodiscard]] std::vector<std::vector<Point>> contours(std::span<const float> values, int width,
                                                       double level);

} // namespace fusiform::report

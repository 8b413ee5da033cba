// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <string>
#include <string_view>

namespace fusiform::report {

/// The figure as an SVG element of its size in mm, with real text and PNG pictures inside.
/// @param origin where it comes from, kept inside; empty: nothing is said
[[nodiscard]] std::string svgText(const Figure& figure, const std::string& origin = {});
/// The colour of an ink on white paper, "#rrggbb".
[[nodiscard]] std::string_view paperColor(Ink ink);
/// The same in a figure, which may have its own.
[[nodiscard]] std::string paperColor(const Figure& figure, Ink ink);

} // namespace fusiform::report

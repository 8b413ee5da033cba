// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <filesystem>

namespace fusiform {

/// Writes a figure as .svg, or as .png with 300 dots an inch on white. Written beside, then
/// renamed.
/// @throws Error{Failure} if it cannot be written.
void exportFigure(const report::Figure& figure, const std::filesystem::path& file);

} // namespace fusiform

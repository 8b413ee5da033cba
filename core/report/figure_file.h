// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/cairo_painter.h"

#include <filesystem>

namespace fusiform::report {

/// How a figure becomes a file.
struct FigureFormat {
    double dotsPerInch = 300; ///< of a PNG
    std::string origin; ///< where it comes from: kept inside the file
};

/// As .svg or .pdf with real text, or as .png with its resolution, by the extension. Written
/// beside, then renamed.
/// @throws Error{Usage} for another extension, Error{Failure}
void writeFigure(const Figure& figure, const std::filesystem::path& file,
                 const FigureFormat& format);
/// Whether writeFigure() knows the extension.
[[nodiscard]] bool isFigureName(const std::filesystem::path& file);

} // namespace fusiform::report

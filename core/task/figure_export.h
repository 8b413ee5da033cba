// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_style.h"
#include "core/results/section.h"

#include <filesystem>

namespace fusiform::task {

/// How one figure of a section leaves the program.
struct FigureExport {
    std::filesystem::path file; ///< .svg, .pdf or .png
    double widthCm = 18;
    double dotsPerInch = 300;
    report::FigureStyle style;
};

/// Writes the figure, the tables of its section as TSV and its settings as JSON beside it:
/// NAME.pdf, NAME_TABLE.tsv, NAME.json.
/// @param section told for that width
/// @param provenance what the JSON says of where it comes from
/// @return every file. @throws Error{Usage} for an unknown extension, Error{Failure}
std::vector<std::filesystem::path> exportFigure(const results::Section& section,
                                                const results::NamedFigure& figure,
                                                const FigureExport& how, const Json& provenance);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `figure`: one figure of an evaluation as a file, its numbers and its settings beside it.
struct FigureOptions {
    std::string name; ///< "recognition_pca_pairwise"; "list": the names there are
    std::vector<std::filesystem::path> fits;
    std::string subject; ///< empty: the first fit's; "group": over subjects
    std::string faces = "explore";
    std::filesystem::path output; ///< .svg, .pdf or .png
    double widthCm = 18;
    double dotsPerInch = 300;
    double textScale = 1;
    std::string letter;
    std::vector<std::string> colors; ///< "first=#0072b2"
    std::string font; ///< family; empty: the program's own
    bool hasNoTitle = false;
    std::filesystem::path labels; ///< as for evaluate
    std::int64_t seed = 1;
    bool overwrite = false;
};
void describe(FigureOptions& options, Fields& fields);
/// @throws Error{Usage} naming the figures there are if there is none of the name
[[nodiscard]] Outcome runFigure(const FigureOptions& options, Progress& progress);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace fusiform::report {

/// The method as a diagram with the study's own pictures and numbers (paper, Fig. 2).
struct SchematicPlot {
    Text title;
    image::SharedPicture meanFace; ///< of the training codes; null pictures leave their frame empty
    image::SharedPicture shownFace;
    image::SharedPicture readFace;
    image::SharedPicture brain;
    std::string faceName;
    std::optional<std::int64_t> trainingFaces; ///< none: not known, and left out
    std::optional<std::int64_t> runs;
    std::optional<std::int64_t> scans;
    std::int64_t voxels = 0; ///< of W
    std::int64_t usedVoxels = 0; ///< of the region that is read
    std::int64_t latents = 0;
    std::vector<double> code; ///< as it was read, in training sd; its first numbers are drawn
    double r = 0; ///< of that code with the true one; NaN: not known, and left out
    std::string equation; ///< of the decoder: "x = y Wᵀ (W Wᵀ)⁻¹"
    std::vector<Text> equationNotes; ///< a line each, below
};

/// Above how W is estimated, below how a face is read with it: from 140 mm on in rows, made for
/// 180 mm with text of 8 points and as much smaller or larger as the figure is; below that as
/// narrowSchematic().
[[nodiscard]] Figure schematicFigure(const SchematicPlot& plot, double widthMm);
/// The same for one column of a journal, down to 80 mm: pictures on the left, what is computed on
/// the right, text of 7 points at any width.
[[nodiscard]] Figure narrowSchematic(const SchematicPlot& plot, double widthMm);

} // namespace fusiform::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/model_comparison.h"
#include "core/report/figure.h"

namespace fusiform::report {

/// Pictures of a comparison, ready to be drawn again and again.
struct ComparisonPictures {
    face_model::ModelComparison numbers; ///< its pictures are moved out
    std::vector<image::SharedPicture> originals;
    std::vector<std::vector<image::SharedPicture>> reconstructions; ///< of each model
};
[[nodiscard]] ComparisonPictures sharedPictures(face_model::ModelComparison comparison);

/// Originals above what each model makes of them, with PixCorr, SSIM, sharpness relative to the
/// original and the rank of the own face below each, and the means beside the model's name. The
/// last line says of which models, pictures and program this is.
/// @param order positions of the faces that are shown, in this order
[[nodiscard]] Figure comparisonFigure(const ComparisonPictures& comparison,
                                      const std::vector<std::size_t>& order, double widthMm);

} // namespace fusiform::report

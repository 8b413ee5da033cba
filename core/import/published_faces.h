// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/import/matlab_arrays.h"

#include <optional>

namespace fusiform::import {

/// "M01.png" ... then "F01.png" ...: the published rows are males, then females, without names of
/// their own (methods 1.8; that order reproduces the paper's decoding of sex).
[[nodiscard]] std::vector<std::string> publishedFaceNames(Index count);

/// Codes of `faces` faces by one face model: faces x latents, in the file's units. Among several
/// arrays of that shape the name decides ("vae" or "pca" in it).
/// @param model "vaegan" or "pca". Nothing if there is no such array.
/// @throws Error{BadData} if several could be it, or a number is not finite.
[[nodiscard]] std::optional<Eigen::MatrixXd> readCodes(const MatlabFile& file,
                                                       const std::string& model, Index faces,
                                                       Index latents, Progress& progress);

/// Pictures of `faces` faces: three colours of square pictures in 0..1 or 0..255, the dimensions in
/// any order (MATLAB has height before width), or one row or column of numbers a face. Empty if
/// there is no such array.
struct PublishedPictures {
    std::vector<image::Picture> pictures;
    double range = 1; ///< the file's value for white: 1 or 255
};
[[nodiscard]] PublishedPictures readPictures(const MatlabFile& file, Index faces,
                                             Progress& progress);

/// 1 or 255, by the largest value.
[[nodiscard]] double rangeOf(double largest);

} // namespace fusiform::import

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/picture_maker.h"
#include "core/evaluate/recognition.h"

namespace fusiform::evaluate {

/// What a picture is like before anybody sees a face in it: mean red, green and blue of the whole,
/// of its frame (background), of the band below the upper edge (hair) and of the middle (skin), the
/// contrast of the whole and of the middle, and how much brighter it is on the right and above.
inline constexpr Eigen::Index kLowLevelFeatures = 16;
[[nodiscard]] Eigen::VectorXd lowLevelFeatures(const image::Picture& picture);

/// Whether decoded faces carry more than luminance, background or hair.
struct LowLevel {
    std::string model;
    std::string region;
    Eigen::Index samples = 0; ///< pictures that the directions come from
    Eigen::Index faces = 0;
    /// Pairwise recognition, ties half, by codes in training sd about the training mean:
    double whole = 0;
    double without = 0; ///< the directions of the features taken out of decoded and true codes
    double alone = 0; ///< by these directions alone
    double randomOut = 0; ///< as many random directions taken out; mean of several draws
    double explained = 0; ///< share of the variance of codes that the features explain
    stats::Interval withoutInterval; ///< over faces
    double withoutP = 1; ///< labels permuted
};

/// The directions are those of least squares of codes on the features of the pictures that the face
/// model makes of them; the codes are drawn from normal distributions with the training mean and
/// sd, so that no test face has a part in it.
/// @param recognitions of this model, one a region
/// @throws Error{Cancelled}
[[nodiscard]] std::vector<LowLevel> withoutLowLevel(const OpenModel& open,
                                                    const PictureMaker& maker,
                                                    std::span<const Recognition> recognitions,
                                                    const RecognitionOptions& options,
                                                    Progress& progress);

} // namespace fusiform::evaluate

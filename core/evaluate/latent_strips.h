// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/picture_maker.h"

#include <string>
#include <vector>

namespace fusiform::evaluate {

enum class StripKind {
    Between, ///< first + amount (second - first)
    FromMean, ///< mean + amount (first - mean): 0 is the mean training face, 1 the face, above a
              ///< caricature
    Attribute, ///< first + amount times the axis of an attribute
};

/// One step of a strip.
struct LatentStep {
    double amount = 0;
    image::SharedPicture picture;
    /// Of its code from the training mean: root mean square over the latents that vary, in
    /// training standard deviations; a training code lies about 1 away.
    double distance = 0;
};

struct LatentStrip {
    StripKind kind = StripKind::Between;
    std::string first; ///< a face
    std::string second; ///< a face, or the attribute; empty: the mean
    image::SharedPicture firstPicture; ///< originals; null: not known
    image::SharedPicture secondPicture;
    std::vector<LatentStep> steps;
    /// Of an attribute's axis, on training pictures it has not seen; NaN for faces.
    double balancedAccuracy = 0;
    Eigen::Index axisPictures = 0; ///< that the accuracy was measured on
};

/// Arithmetic with the codes of faces in the latent space of one model (paper, Fig. 1b).
struct LatentStrips {
    std::string model;
    std::vector<LatentStrip> strips; ///< empty: the model makes no pictures
    bool isWithoutAxes = false; ///< no attributes of the model's training pictures are known
};

/// The first faces of the fit, never chosen, and the attributes "Smiling" and "Male" (the paper's);
/// where the model has not both, the first two it has. Axes are mean differences.
/// @throws Error{Cancelled}
[[nodiscard]] LatentStrips latentStrips(const OpenModel& open, const PictureMaker& maker,
                                        Progress& progress);

} // namespace fusiform::evaluate

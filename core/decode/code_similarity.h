// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

namespace fusiform::decode {

/// Decoded codes in the model's units. A dead latent has the value that every picture gives it: of
/// that the brain says nothing.
/// @param inSd faces x latents, in units of the training sd of each latent
/// @return faces x latents
[[nodiscard]] Eigen::MatrixXd codesFromSd(const Eigen::MatrixXd& inSd, const glm::ModelFit& model);

/// Decoded and true codes as their scores compare them, rows alike: both in the model's units, or
/// both divided by the training sd.
struct ComparedCodes {
    Eigen::MatrixXd decoded; ///< faces x latents
    Eigen::MatrixXd truth; ///< faces x latents
};
/// @param inSd  faces x latents, decoded, in units of the training sd
/// @param codes faces x latents, of the pictures, model units
[[nodiscard]] ComparedCodes comparedCodes(const Eigen::MatrixXd& inSd, const Eigen::MatrixXd& codes,
                                          const glm::ModelFit& model, bool isInSd);

} // namespace fusiform::decode

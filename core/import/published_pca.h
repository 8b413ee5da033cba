// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/pca_model.h"
#include "core/import/matlab_arrays.h"

#include <memory>
#include <optional>

namespace fusiform::import {

/// The face model in PCA_coeffs.mat: numbers of a picture x components, of which the first are
/// used, and the mean picture (methods 3.4). Numbers of a picture are taken in MATLAB's order:
/// height, then width, then colour.
struct PublishedPca {
    std::shared_ptr<const face_model::PcaModel> model;
    double range
        = 1; ///< the file's value for white; the model's pictures and codes are divided by it
    /// Of the training codes, file units, where the file has the variances ("latent" of MATLAB's
    /// pca); empty if not.
    Eigen::VectorXd codeSd;
};
/// Nothing if the file has no mean picture: components alone make no face.
/// @throws Error{BadData} if components do not belong to the mean.
[[nodiscard]] std::optional<PublishedPca> readPca(const MatlabFile& file, Index latents,
                                                  Progress& progress);

} // namespace fusiform::import

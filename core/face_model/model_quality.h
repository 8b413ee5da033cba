// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"

namespace fusiform::face_model {

/// How near reconstructions come to their originals; means over pictures.
struct ModelQuality {
    double pixCorr = 0; ///< Pearson correlation over all pixels and colours
    double ssim = 0; ///< structuralSimilarity()
    double sharpness = 0; ///< sharpnessOf() of the reconstructions / of the originals
    double identity = 0; ///< share of reconstructions nearer to their own original than to others
    Eigen::Index pictures = 0;
};

/// Mean SSIM of grey pictures over all windows that fit: 11 x 11 Gaussian of sd 1.5, K1 0.01, K2
/// 0.03, range 1, population covariance (Wang et al. 2004; skimage with gaussian_weights).
/// @throws Error{Usage} if the sizes differ or are below 11.
[[nodiscard]] double structuralSimilarity(const image::Picture& a, const image::Picture& b);

/// Variance of the grey Laplacian (4 neighbours): 0 for a constant picture.
[[nodiscard]] double sharpnessOf(const image::Picture& picture);

/// Compares reconstruction i with original i. Identity looks at the centre (hair and background
/// would give a face away): averaged to 32 x 32 grey values, standardised, nearest by correlation.
[[nodiscard]] ModelQuality qualityOf(std::span<const image::Picture> originals,
                                     std::span<const image::Picture> reconstructions,
                                     Progress& progress);
/// The same for what `model` makes of the originals.
[[nodiscard]] ModelQuality qualityOf(const FaceModel& model,
                                     std::span<const image::Picture> originals, Progress& progress);
[[nodiscard]] Json qualityJson(const ModelQuality& quality);

} // namespace fusiform::face_model

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

/// How near one reconstruction comes to its original.
struct FaceQuality {
    double pixCorr = 0;
    double ssim = 0;
    double sharpness = 0; ///< of the reconstruction
    double originalSharpness = 0;
    int rank = 1; ///< of its own original among all, 1 is the nearest; equals count as nearer

    [[nodiscard]] double relativeSharpness() const
    {
        return originalSharpness > 0 ? sharpness / originalSharpness : 0;
    }
};

/// Mean SSIM of grey pictures over all windows that fit: 11 x 11 Gaussian of sd 1.5, K1 0.01, K2
/// 0.03, range 1, population covariance (Wang et al. 2004; skimage with gaussian_weights).
/// @throws Error{Usage} if the sizes differ or are below 11.
[[nodiscard]] double structuralSimilarity(const image::Picture& a, const image::Picture& b);

/// Means over all windows of the same, of two grey pictures.
struct SimilarityParts {
    double ssim = 0; ///< luminance times contrast and structure
    double contrastStructure = 0;
};
/// @param a, b rows x columns, 0..1. @throws Error{Usage} if the sizes differ or are below 11.
[[nodiscard]] SimilarityParts similarityParts(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// Variance of the grey Laplacian (4 neighbours): 0 for a constant picture.
[[nodiscard]] double sharpnessOf(const image::Picture& picture);

/// How alike the persons look: row i, column j holds reconstruction i against original j. It looks
/// at the centre (hair and background would give a face away): averaged to 32 x 32 grey values,
/// correlated.
[[nodiscard]] Eigen::MatrixXd identityLikeness(std::span<const image::Picture> originals,
                                               std::span<const image::Picture> reconstructions);

/// Compares reconstruction i with original i; the rank is as in qualityOf().
/// @throws Error{Usage} if there are none, or the numbers differ.
[[nodiscard]] std::vector<FaceQuality>
faceQualities(std::span<const image::Picture> originals,
              std::span<const image::Picture> reconstructions, Progress& progress);
/// The means; sharpness is the ratio of mean sharpnesses, identity the share of rank 1.
[[nodiscard]] ModelQuality meanQuality(std::span<const FaceQuality> faces);

/// Compares reconstruction i with original i. Identity is the nearest by identityLikeness().
[[nodiscard]] ModelQuality qualityOf(std::span<const image::Picture> originals,
                                     std::span<const image::Picture> reconstructions,
                                     Progress& progress);
/// The same for what `model` makes of the originals.
[[nodiscard]] ModelQuality qualityOf(const FaceModel& model,
                                     std::span<const image::Picture> originals, Progress& progress);
/// One number by which models in training are compared: SSIM + sharpness / 10, the latter no more
/// than the originals'. In the stage of detail a tenth of sharpness costs about .01 of SSIM as long
/// as it is real detail, and more once it is artefacts (docs/models/portraits-vaegan.md).
[[nodiscard]] double heldOutScore(const ModelQuality& quality);
[[nodiscard]] Json qualityJson(const ModelQuality& quality);

} // namespace fusiform::face_model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/reconstructions.h"
#include "core/stats/bootstrap.h"
#include "core/stats/pairing_permutation.h"
#include "core/stats/sign_flip.h"

namespace fusiform::evaluate {

/// How near reconstructions come to their originals by one measure (methods 4.2, items 7 and 8),
/// between what would be had without a brain and what the face model could give. Higher is nearer.
struct QualityMeasure {
    /// "pix_corr": Pearson r over all pixels and colours; "ssim"; "ms_ssim"; "latent_r": Pearson r
    /// of the codes, in training sd from the training mean; "identity": share of faces nearer to
    /// their own original than to any other (face_model::identityLikeness).
    std::string key;
    std::vector<double> faces; ///< against the own original, one a face
    stats::Bootstrapped mean; ///< interval over faces
    double ceiling = 0; ///< the model's pictures of the true codes; NaN for codes
    double floor = 0; ///< the mean training face; NaN for codes, which it has none of
    double chance = 0; ///< the same reconstructions against other faces' originals; of identity 1/n
    stats::PairingPermutation permuted; ///< own originals against originals in any order
};

/// Of the pictures from one region with one face model.
struct ImageQuality {
    std::string model;
    std::string region;
    Eigen::Index faces = 0;
    int imageSize = 0;
    int scales = 0; ///< of MS-SSIM; 0: the pictures are too small for SSIM, which is left out
    std::vector<QualityMeasure> measures;

    [[nodiscard]] const QualityMeasure* find(const std::string& key) const;
};

/// One measure with two face models, paired over faces.
struct QualityDifference {
    std::string key;
    std::string first;
    std::string second;
    stats::Bootstrapped mean; ///< first - second
    stats::SignFlip flipped;
};

/// Of the selected voxels, with the pictures as they are shown: contrast matched.
/// @param recognition of the same model and region. @param made with originals
/// @throws Error{Cancelled}
[[nodiscard]] ImageQuality imageQuality(const OpenModel& open, const Reconstructions& made,
                                        const Recognition& recognition,
                                        const RecognitionOptions& options, Progress& progress);

/// Every two models in every measure that both have.
[[nodiscard]] std::vector<QualityDifference>
qualityDifferences(std::span<const ImageQuality> models, const RecognitionOptions& options,
                   Progress& progress);

} // namespace fusiform::evaluate

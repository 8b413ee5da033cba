// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/image/voxel_set.h"
#include "core/util/progress.h"

#include <filesystem>
#include <optional>

namespace fusiform::import {

/// An image that tells the subject's grey matter.
struct GreyMatterImage {
    enum class Kind {
        Probability, ///< of grey matter, 0 to 1: fMRIPrep's label-GM_probseg
        Labels, ///< FreeSurfer's numbers: aparc+aseg, aseg, fMRIPrep's aparcaseg and aseg
    };
    Kind kind = Kind::Labels;
    std::filesystem::path file;
};

/// The best there is for a fit: FreeSurfer's labels, which follow the folds; else fMRIPrep's
/// labels, else its probabilities. Nothing is read.
[[nodiscard]] std::optional<GreyMatterImage> greyMatterImage(const glm::Fit& fit);

/// Whether a number of FreeSurfer's table is grey matter: cortex of cerebrum and cerebellum and its
/// parcels, thalamus, basal ganglia, hippocampus, amygdala.
[[nodiscard]] bool isGreyMatter(std::int64_t label);

/// The least share of a functional voxel that is grey matter for it to count: cortex is thinner
/// than most voxels, and half would leave holes along every fold.
constexpr double kGreyShare = 0.25;

/// The voxels of the fit's brain mask with at least kGreyShare of grey matter: of labels those that
/// isGreyMatter, of probabilities those of at least a half.
/// @throws Error{BadData} if the file cannot be read or does not meet the brain
[[nodiscard]] image::VoxelSet greyMatter(const GreyMatterImage& image, const glm::Fit& fit,
                                         Progress& progress);

} // namespace fusiform::import

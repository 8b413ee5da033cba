// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/published_brain.h"
#include "core/import/published_faces.h"
#include "core/stats/sealed_faces.h"

namespace fusiform::import {

/// Test and imagery faces with what all face models share.
struct PublishedStimuli {
    MatlabFile file; ///< test_images.mat
    std::optional<MatlabFile> imageryFile; ///< img_image.mat
    glm::FaceSet faces; ///< codes are each model's own
    Eigen::MatrixXf imagery; ///< 1 x voxels, or empty
    PublishedPictures pictures;
    stats::FaceSplit split;
};

/// One face model of the fit without its W, whose numbers do not pass through memory.
struct BuiltModel {
    glm::ModelFit fit; ///< weights: (latents + 1) x 0
    Eigen::VectorXf scale; ///< factors of the rows of the published W
    std::string network; ///< "none", "published PCA" or the attached file
};
/// @param output the fit's folder, for the model's own file.
[[nodiscard]] BuiltModel buildModel(const PublishedModel& model, const DerivativesOptions& options,
                                    const VoxelSpace& space, const PublishedStimuli& stimuli,
                                    std::span<const Index> voxels,
                                    const std::filesystem::path& output, Progress& progress);

} // namespace fusiform::import

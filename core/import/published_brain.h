// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/published_derivatives.h"
#include "core/import/published_weights.h"

namespace fusiform::import {

/// Nothing if the file is not there or was not downloaded (then there is a warning).
[[nodiscard]] std::optional<MatlabFile> openIfPresent(const std::filesystem::path& file,
                                                      Progress& progress);
/// @throws Error{BadData} if it is not there.
[[nodiscard]] MatlabFile openRequired(const std::filesystem::path& file, Progress& progress);

/// mask.mat on the grid of the T1 image, or on voxels of 1 mm with their centre at 0 and a warning
/// if there is none.
[[nodiscard]] VoxelSpace readMask(const DerivativesOptions& options, Progress& progress);
/// The array over voxels that has to be in a file. @param others per voxel; 0: any number over 1.
[[nodiscard]] PublishedArray requireArray(MatlabFile file, const VoxelSpace& space, Index others,
                                          const Text& wanted);
/// One value for each of `voxels` (of the grid); NaN everywhere if the file is not there.
[[nodiscard]] std::vector<float> readMap(const std::filesystem::path& file, const VoxelSpace& space,
                                         std::span<const Index> voxels, Progress& progress);
/// gain = 1 - FullRV / FaceRV: the share of the residual variance that the latents explain.
/// @param published the model as the files call it: "VAEGAN", "PCA"
[[nodiscard]] std::vector<float> readGain(const std::filesystem::path& folder,
                                          const std::string& published, const VoxelSpace& space,
                                          std::span<const Index> voxels, Progress& progress);

/// A face model with what is known of it before the voxels are settled.
struct PublishedModel {
    std::string published; ///< "VAEGAN"
    PublishedWeights weights;
    std::vector<Index> selected; ///< of the grid, ascending
    std::string selection;
    std::vector<glm::SelectedPart> parts; ///< of ROI_NAME_occipital.mat, ..., if all are there
};

/// The face models of the files, each with its selected voxels: those of its ROI file, or where
/// there is none those above both thresholds. @throws Error{BadData} if there is no model.
[[nodiscard]] std::vector<PublishedModel> findModels(const DerivativesOptions& options,
                                                     const VoxelSpace& space, bool isIndexOfMask,
                                                     Progress& progress);

} // namespace fusiform::import

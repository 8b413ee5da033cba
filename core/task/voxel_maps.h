// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/attribute_axes.h"
#include "core/glm/fit.h"

#include <optional>

namespace fusiform::task {

/// One value per voxel of a fit, and the p value of each where the map has some.
struct VoxelMap {
    std::vector<float> values; ///< NaN: none
    std::vector<double> p; ///< not corrected for the number of voxels; empty: the map has none
};

/// Maps that a fit may have come with.
enum class StoredMap {
    Reliability, ///< of a model's W: r of its halves, odd and even runs
    NoiseCeiling, ///< of the exploration faces, percent
};
/// Where the map lies; it need not be there.
[[nodiscard]] std::filesystem::path storedMapFile(const glm::Fit& fit, const glm::ModelFit& model,
                                                  StoredMap map);
/// @throws Error{BadData} if it is not on the grid of the fit; Error{Usage} if there is none
[[nodiscard]] VoxelMap storedMap(const glm::Fit& fit, const glm::ModelFit& model, StoredMap map);

/// t of faces - fixation, with one-sided p values where the fit has the degrees of freedom (a fit
/// of scans has; an imported one has not).
[[nodiscard]] VoxelMap facesVoxels(const glm::Fit& fit);

/// The gain in explained variance, with the p values of its F test where the fit has them.
[[nodiscard]] VoxelMap gainVoxels(const glm::ModelFit& model);

/// The axis of an attribute by its name, whatever the case.
/// @param file of axes; empty: the one beside the model's file
/// @throws Error{Usage} listing the attributes there are; Error{BadData}
[[nodiscard]] face_model::AttributeAxis
axisCalled(const std::string& name, const glm::ModelFit& model, const std::filesystem::path& file);

/// Correlation of every voxel's weights with the axis (the mean difference) of an attribute, and p
/// as decode::correlationP. @throws Error{Usage}, Error{Cancelled}
[[nodiscard]] VoxelMap attributeVoxels(const glm::ModelFit& model,
                                       const face_model::AttributeAxis& axis, Progress& progress);
/// The same with the code of a face, model units.
[[nodiscard]] VoxelMap similarVoxels(const glm::ModelFit& model, const Eigen::VectorXd& code,
                                     Progress& progress);

/// The row of a face in a set, by the name of its picture with or without the ending.
/// @throws Error{Usage} listing the names there are
[[nodiscard]] Eigen::Index faceCalled(const std::string& name, const glm::FaceSet& faces);

} // namespace fusiform::task

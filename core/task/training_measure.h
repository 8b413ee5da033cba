// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/pca_model.h"
#include "core/face_model/vaegan_model.h"
#include "core/task/training_split.h"

namespace fusiform::task {

/// Figures on the held-out pictures, and pictures of them if a folder for those is given.
/// @param codes of the held-out pictures
[[nodiscard]] Json heldOutMeasured(const face_model::FaceModel& model, const TrainingSplit& split,
                                   const Eigen::MatrixXd& codes, const TrainModelOptions& options,
                                   const std::string& label, Progress& progress);

/// The same, and how well codes tell each attribute if there is a list of these.
[[nodiscard]] Json allMeasured(const face_model::FaceModel& model, const TrainingSplit& split,
                               const TrainModelOptions& options, const std::string& label,
                               Progress& progress);

[[nodiscard]] std::unique_ptr<face_model::PcaModel>
pcaOf(const TrainingSplit& split, const TrainModelOptions& options, Progress& progress);

/// Puts the figures of a model, and those of a PCA of the same size, into its manifest; nothing
/// without held-out pictures.
void measureTrained(face_model::VaeganModel& model, const TrainingSplit& split,
                    const TrainModelOptions& options, Progress& progress);

} // namespace fusiform::task

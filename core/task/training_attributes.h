// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_folder.h"
#include "core/face_model/face_model.h"
#include "core/task/training_split.h"

namespace fusiform::task {

/// Reads the list and says what does not fit: before a training of hours, not after it.
/// @throws Error{BadData}
void checkAttributes(const TrainingSplit& split, const std::filesystem::path& list,
                     Progress& progress);

/// Of every file 1 with an attribute, -1 without, 0 where it is not known: files x attributes.
[[nodiscard]] std::vector<float> labelsOf(const face_model::AttributeTable& table,
                                          std::span<const std::filesystem::path> files);

/// Codes of all training pictures, in portions: as floats they may not fit into memory.
[[nodiscard]] Eigen::MatrixXd codesOfTraining(const face_model::FaceModel& model,
                                              const TrainingSplit& split, Progress& progress);

struct FileCodes {
    const Eigen::MatrixXd& codes; ///< files x latents
    std::span<const std::filesystem::path> files;
};
/// How well codes tell each attribute of a table: learned from some pictures, tested on others.
/// Pictures of which an attribute is not known count for nothing.
[[nodiscard]] Json attributesRead(const FileCodes& learn, const FileCodes& test,
                                  const face_model::AttributeTable& table, Progress& progress);

} // namespace fusiform::task

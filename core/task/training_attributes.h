// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/task/training_split.h"

namespace fusiform::task {

/// Reads the list and says what does not fit: before a training of hours, not after it.
/// @throws Error{BadData}
void checkAttributes(const TrainingSplit& split, const std::filesystem::path& list,
                     Progress& progress);
/// How well codes tell each attribute of a list: fitted on the training pictures, tested on those
/// held out. Pictures of which an attribute is not known count for nothing.
[[nodiscard]] Json attributesRead(const face_model::FaceModel& model, const TrainingSplit& split,
                                  const std::filesystem::path& list, Progress& progress);

} // namespace fusiform::task

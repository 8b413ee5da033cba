// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/training_folds.h"

namespace fusiform::decode {

/// Writes folds into the model's folder below `folder`, in half precision and without what chooses
/// a ridge: for a fit that ships without its scans.
void writeTrainingFolds(const TrainingFolds& folds, const glm::ModelFit& model,
                        const std::filesystem::path& folder);
[[nodiscard]] bool hasTrainingFolds(const std::filesystem::path& folder,
                                    const glm::ModelFit& model);
/// What was written. @throws Error{BadData}
[[nodiscard]] TrainingFolds readTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model);

} // namespace fusiform::decode

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/train_model_task.h"

namespace fusiform::task {

/// What trainModel() does with --tune-encoder: trains the encoder of that model for the attributes
/// of a list and measures it, before and after, on the pictures held out.
/// @throws Error{Usage} for options that only a training from the start understands, and for a
/// model that is no compact VAE-GAN.
[[nodiscard]] Outcome tuneModelsEncoder(const TrainModelOptions& options, Progress& progress);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/published_plan.h"
#include "core/io/safetensors.h"
#include "core/io/tensorflow_values.h"

namespace fusiform::face_model {

[[nodiscard]] std::vector<NetVariable> variablesOf(const io::TensorFlowCheckpoint& checkpoint);

/// A safetensors file of another program holds a TensorFlow checkpoint or a PyTorch state dict,
/// told apart by PyTorch's names ("encoder.0.weight").
[[nodiscard]] NetLayout layoutOf(const io::Safetensors& file);
[[nodiscard]] std::vector<NetVariable> variablesOf(const io::Safetensors& file, NetLayout layout);
/// The numbers that the plan uses.
[[nodiscard]] std::map<std::string, io::FloatArray> valuesOf(const io::Safetensors& file,
                                                             const PublishedPlan& plan);

} // namespace fusiform::face_model

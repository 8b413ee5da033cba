// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/published_plan.h"
#include "core/face_model/vaegan_model.h"
#include "core/io/tensorflow_values.h"

namespace fusiform::face_model {

/// The arrays of the network in use: normalisation folded into the weights with its moving
/// averages and an epsilon of 1e-6, axes in LibTorch's order.
[[nodiscard]] std::map<std::string, HalfArray>
arraysOf(const PublishedPlan& plan, const std::map<std::string, io::FloatArray>& values);

} // namespace fusiform::face_model

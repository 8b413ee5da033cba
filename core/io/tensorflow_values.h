// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensorflow_checkpoint.h"
#include "core/util/progress.h"

#include <functional>
#include <map>

namespace fusiform::io {

/// A variable's numbers, row-major.
struct FloatArray {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// Reads variables of floating numbers from a checkpoint of either version, by name. Nothing in the
/// file is ever executed.
/// @param file .index of version 2, whose .data-* lie beside it, or a file of version 1
/// @param isWanted asked for every variable
/// @throws Error{BadData} if something is damaged, missing, cut or of another type.
[[nodiscard]] std::map<std::string, FloatArray>
readTensorFlowValues(const std::filesystem::path& file,
                     const std::function<bool(const CheckpointTensor&)>& isWanted,
                     Progress& progress);

} // namespace fusiform::io

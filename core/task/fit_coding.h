// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/fit_inputs.h"

namespace fusiform::task {

/// Loads or trains the face models that are asked for and codes every picture with each: what the
/// fit needs beside its inputs.
/// @param scratch folder for the files of models trained here
/// @throws Error{BadData, Usage, Cancelled}
void codeModels(FitInputs& inputs, const FitOptions& options, const std::filesystem::path& scratch,
                Progress& progress);

} // namespace fusiform::task

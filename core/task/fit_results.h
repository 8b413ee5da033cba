// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/fit_inputs.h"

namespace fusiform::task {

/// What the fit counted, for its record and for `--json`.
[[nodiscard]] Json describeCounts(const glm::StudyFit& result, const FitInputs& inputs);

/// Writes what is not needed to decode, for those who look closer: conditions, F, R², and, where
/// they were asked for, maps of a fine grid and W in SPM's columns.
void writeEstimates(const glm::StudyFit& result, const std::filesystem::path& folder);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/study_fit.h"
#include "core/task/image_source.h"

namespace fusiform::task {

/// Reads what a model needs of one run beside its scans: events, repetition time, confounds. No
/// brain mask is chosen.
/// @param confounds columns, as readConfounds() takes them; without a table the run has none
[[nodiscard]] glm::FitRun readFitRun(const bids::Run& run, const RunSource& files,
                                     const std::vector<std::string>& confounds, Progress& progress);

} // namespace fusiform::task

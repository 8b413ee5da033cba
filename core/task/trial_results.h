// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/kept_series.h"
#include "core/glm/single_trials.h"
#include "core/util/json.h"
#include "core/util/progress.h"

#include <filesystem>

namespace fusiform::task {

/// Writes the response to every training trial into `folder`: patterns.bin (little-endian float32,
/// trial after trial, the voxels of the series side by side), trials.tsv (run, session, onset,
/// duration, stimulus; one row a trial) and trials.json. Returns the latter.
[[nodiscard]] Json writeTrials(const glm::KeptSeries& series, glm::TrialMethod method,
                               const std::filesystem::path& folder, Progress& progress);
/// What was written; null where nothing was. @throws Error{BadData} if the patterns are not as many
/// as it says.
[[nodiscard]] Json readTrials(const std::filesystem::path& folder);

} // namespace fusiform::task

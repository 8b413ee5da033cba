// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/glm/single_trials.h"
#include "core/util/progress.h"

namespace fusiform::task {

/// What the kept series of a fit tells, written beside it: reliability of W, noise ceiling, single
/// trials (folder `trials`).
/// @param folder of the fit, with its kept series in `series`
/// @return a summary: `series`, `reliability`, `noise_ceiling`, and `trials` where asked for
[[nodiscard]] Json writeSeriesResults(const glm::Fit& fit, const std::filesystem::path& folder,
                                      glm::TrialMethod trials, Progress& progress);

/// The same summary of what a fit's folder holds; an empty object where no series was kept.
/// @throws Error{BadData} naming the file of it that is damaged
[[nodiscard]] Json describeSeriesResults(const glm::Fit& fit);

/// The summary in sentences, for a person.
[[nodiscard]] std::string seriesText(const Json& summary);

} // namespace fusiform::task

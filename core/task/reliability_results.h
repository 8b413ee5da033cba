// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/glm/kept_series.h"
#include "core/util/progress.h"

namespace fusiform::task {

/// Writes how W of odd runs agrees with W of even runs into each model's folder:
/// reliability.nii.gz, reliability_corrected.nii.gz (Spearman-Brown) and reliability.json. Returns
/// the summaries of all models; an empty array, with a warning, where there are fewer than two
/// runs.
[[nodiscard]] Json writeReliability(const glm::Fit& fit, const glm::KeptSeries& series,
                                    const std::filesystem::path& folder, Progress& progress);
/// The summaries that were written: of those models that have one.
[[nodiscard]] Json readReliability(const glm::Fit& fit);

} // namespace fusiform::task

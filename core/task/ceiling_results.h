// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/glm/kept_series.h"
#include "core/util/progress.h"

namespace fusiform::task {

/// Writes the noise ceiling of the exploration faces into the fit's folder: noise_ceiling.nii.gz
/// (percent), ncsnr.nii.gz and noise_ceiling.json, with quartiles by region. Returns the content of
/// the latter; null, with a warning, where fewer than two exploration faces are shown twice.
[[nodiscard]] Json writeNoiseCeiling(const glm::Fit& fit, const glm::KeptSeries& series,
                                     const std::filesystem::path& folder, Progress& progress);
/// What was written; null where nothing was. @throws Error{BadData}
[[nodiscard]] Json readNoiseCeiling(const std::filesystem::path& folder);

} // namespace fusiform::task

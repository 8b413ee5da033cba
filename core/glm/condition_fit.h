// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/contrast.h"
#include "core/glm/noise_model.h"
#include "core/glm/study_fit.h"

namespace fusiform::glm {

/// A model of conditions without latents, of a localizer for instance.
struct ConditionFit {
    image::Grid grid;
    std::vector<image::Index> voxels; ///< of the grid, those that every run can use
    ConditionEstimates conditions; ///< of those voxels; all conditions are open
    Eigen::Index scans = 0;
};

/// One pass over the scans, one concatenated model, per run constant, cosines and confounds, least
/// squares generalised to each run's serial correlations: as fitStudy() without face models, and
/// runs need not show any face. @throws Error{BadData, Usage, Cancelled}
[[nodiscard]] ConditionFit fitConditions(std::span<const FitRun> runs, const DesignOptions& design,
                                         NoiseModel noise, Progress& progress);

} // namespace fusiform::glm

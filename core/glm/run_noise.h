// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/design_matrix.h"
#include "core/glm/scan_values.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <span>
#include <vector>

namespace fusiform::glm {

/// The serial correlations of one run.
struct RunNoise {
    Eigen::MatrixXd covariance; ///< V, scans x scans, trace = scans
    Eigen::Index pooledVoxels = 0; ///< that V was estimated from
};

/// Estimates a run's V from the run itself: its responsive voxels (F test of the conditions,
/// p < .001; all voxels where fewer than 100 respond), each scaled to unit residual variance, are
/// pooled into one covariance, to which ReML fits the components (spm_est_non_sphericity, run by
/// run). Decision 5 says where this differs from SPM and why.
/// @param components of the run's covariance: scans x scans each
/// @param design     its conditions and nuisance columns are the fixed effects
/// @param values     scans x voxels
/// @param usable     voxels that may be pooled: columns of `values`; at least one
/// @throws Error{Failure} if the fixed effects leave nothing to estimate V from, or ReML fails
[[nodiscard]] RunNoise estimateRunNoise(const std::vector<Eigen::MatrixXd>& components,
                                        const RunDesign& design,
                                        const Eigen::Ref<const ScanValues>& values,
                                        std::span<const Eigen::Index> usable, Progress& progress);

} // namespace fusiform::glm

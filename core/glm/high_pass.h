// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::glm {

/// Number of cosines that a high-pass filter of `cutoff` s takes out of a run, the constant not
/// counted (spm_filter: fix(2 k TR / cutoff + 1) columns, less the constant).
[[nodiscard]] Eigen::Index highPassCount(Eigen::Index scans, double repetitionTime,
                                         double cutoff = 128);

/// The cosines: columns 1 ... count of the orthonormal DCT-II (spm_dctmtx), scans x count.
[[nodiscard]] Eigen::MatrixXd highPassCosines(Eigen::Index scans, Eigen::Index count);

} // namespace fusiform::glm

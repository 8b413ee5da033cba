// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::glm {

/// SPM makes the modulators of a condition orthogonal one after another, first trial by trial, then
/// as convolved columns (spm_orth, twice). Both passes keep what the first k columns span, so the
/// last one alone says where they end: X = X' T, where X' has orthogonal columns and T is upper
/// triangular with ones on its diagonal. So estimates in SPM's columns are T times those in X, and
/// fit and residuals are the same (methods 2.3).
/// @param gram XᵀX of the raw columns: the condition's own, then its modulators
/// @return T, columns x columns. A column that those before it explain is zero in X'; its row of T
/// is zero except for the diagonal.
[[nodiscard]] Eigen::MatrixXd serialOrthogonalisation(Eigen::MatrixXd gram);

} // namespace fusiform::glm

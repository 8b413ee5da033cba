// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::math {

/// Pearson correlation of two vectors of one length; NaN if either is constant or holds a NaN.
[[nodiscard]] double pearson(const Eigen::Ref<const Eigen::VectorXd>& a,
                             const Eigen::Ref<const Eigen::VectorXd>& b);

/// Pearson correlation of every row of `a` with every row of `b`: a.rows() x b.rows(). Rows that
/// are constant or hold a NaN give NaN: a failure to be counted, not a zero.
[[nodiscard]] Eigen::MatrixXd rowCorrelations(const Eigen::Ref<const Eigen::MatrixXd>& a,
                                              const Eigen::Ref<const Eigen::MatrixXd>& b);

} // namespace fusiform::math

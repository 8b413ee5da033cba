// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::math {

struct SymmetricEigen {
    Eigen::VectorXd values; ///< ascending
    Eigen::MatrixXd vectors; ///< n x n, orthonormal columns; which of its two signs one has is open
};

/// All eigenvalues and vectors of a symmetric matrix, by LAPACK's divide and conquer (dsyevd) on
/// the calling thread: several times as fast as Eigen's for hundreds of rows, to the same digits.
/// @param matrix n x n, finite; the lower triangle is read
[[nodiscard]] SymmetricEigen symmetricEigen(const Eigen::MatrixXd& matrix);

} // namespace fusiform::math

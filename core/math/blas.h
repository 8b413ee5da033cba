// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::math {

// Large products through OpenBLAS on one thread each: the caller splits the work with
// parallelBlocks, in blocks that do not depend on the thread count, so the bits do not either.
// Arguments are column-major and may be blocks of larger matrices.

enum class Transpose { No, Yes };

/// c += op(a) * op(b).
void multiplyAdd(const Eigen::Ref<const Eigen::MatrixXd>& a, Transpose transposeA,
                 const Eigen::Ref<const Eigen::MatrixXd>& b, Transpose transposeB,
                 Eigen::Ref<Eigen::MatrixXd> c);
void multiplyAdd(const Eigen::Ref<const Eigen::MatrixXf>& a, Transpose transposeA,
                 const Eigen::Ref<const Eigen::MatrixXf>& b, Transpose transposeB,
                 Eigen::Ref<Eigen::MatrixXf> c);

/// x becomes L^-1 x, or L^-T x; L is the lower triangle of `lower`.
void solveLower(const Eigen::Ref<const Eigen::MatrixXd>& lower, Transpose transpose,
                Eigen::Ref<Eigen::MatrixXd> x);

/// The lower triangle of c += sign * a aᵀ, on all threads; what lies above the diagonal may change
/// too and means nothing.
/// @param sign 1 or -1
void addRankUpdate(const Eigen::Ref<const Eigen::MatrixXd>& a, double sign, Eigen::MatrixXd& c);

/// The lower triangle of a symmetric matrix becomes its Cholesky factor; what lies above the
/// diagonal is left alone. Returns whether the matrix was positive definite.
[[nodiscard]] bool factorLower(Eigen::Ref<Eigen::MatrixXd> matrix);

/// Returns a * b on all threads, by columns of b.
[[nodiscard]] Eigen::MatrixXd product(const Eigen::Ref<const Eigen::MatrixXd>& a,
                                      const Eigen::Ref<const Eigen::MatrixXd>& b);
/// Returns aᵀ * b on all threads, by columns of b.
[[nodiscard]] Eigen::MatrixXd transposedProduct(const Eigen::Ref<const Eigen::MatrixXd>& a,
                                                const Eigen::Ref<const Eigen::MatrixXd>& b);

/// Name of the kernels OpenBLAS has chosen for this processor.
[[nodiscard]] const char* blasKernel();

} // namespace fusiform::math

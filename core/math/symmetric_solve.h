// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

namespace fusiform::math {

/// Solves A X = B for a symmetric positive definite A, scaled to a unit diagonal first. When A is
/// singular to working precision, the eigen-pseudoinverse with a relative cut of 1e-10 is used
/// instead.
class SymmetricSolver {
public:
    /// @param matrix n x n, symmetric (the lower triangle is read), finite.
    explicit SymmetricSolver(const Eigen::Ref<const Eigen::MatrixXd>& matrix);

    /// n x m in, n x m out; by blocks of columns on all threads.
    [[nodiscard]] Eigen::MatrixXd solve(const Eigen::Ref<const Eigen::MatrixXd>& right) const;
    void solveInPlace(Eigen::Ref<Eigen::MatrixXd> right) const; ///< on the calling thread
    /// The diagonal of the (pseudo)inverse.
    [[nodiscard]] Eigen::MatrixXd inverse() const;

    [[nodiscard]] bool isCholesky() const { return m_isCholesky; }
    /// n, or the number of eigenvalues kept by the pseudoinverse.
    [[nodiscard]] Eigen::Index rank() const { return m_rank; }

private:
    Eigen::VectorXd m_scale; ///< 1 / sqrt(diagonal); 0 for a zero row
    Eigen::MatrixXd m_lower; ///< Cholesky factor of the scaled matrix
    Eigen::MatrixXd m_vectors; ///< eigenvectors kept, each divided by the root of its eigenvalue
    bool m_isCholesky = false;
    Eigen::Index m_rank = 0;
};

/// Largest over smallest eigenvalue of a symmetric positive semidefinite matrix; infinity if
/// singular. The largest by power iteration, the smallest by inverse iteration on the Cholesky
/// factor: 1 % accuracy.
[[nodiscard]] double conditionNumber(const Eigen::Ref<const Eigen::MatrixXd>& matrix);
/// @param solver made of the same matrix, so that it is factored only once
[[nodiscard]] double conditionNumber(const Eigen::Ref<const Eigen::MatrixXd>& matrix,
                                     const SymmetricSolver& solver);

} // namespace fusiform::math

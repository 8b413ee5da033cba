// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/symmetric_solve.h"

#include "core/math/blas.h"
#include "core/math/symmetric_eigen.h"
#include "core/util/parallel.h"

#include <cmath>
#include <limits>

namespace fusiform::math {

namespace {

using Eigen::Index;

// Below this the Cholesky pivots of a matrix with unit diagonal are rounding noise.
constexpr double kSmallestPivot = 1e-12;
constexpr double kEigenvalueCut = 1e-10;

/// Largest over smallest eigenvalue, by power iteration with the matrix and with its inverse.
template <class Solve>
double extremeRatio(const Eigen::Ref<const Eigen::MatrixXd>& matrix, Solve solve)
{
    constexpr int kSteps = 60;
    Eigen::VectorXd high = Eigen::VectorXd::LinSpaced(matrix.rows(), 1, 2).normalized();
    Eigen::VectorXd low = high;
    double largest = 0;
    double smallest = 0;
    for (int step = 0; step < kSteps; ++step) {
        high = matrix.selfadjointView<Eigen::Lower>() * high;
        solve(low);
        largest = high.norm();
        const double inverse = low.norm();
        if (!(largest > 0) || !(inverse > 0) || !std::isfinite(inverse))
            return std::numeric_limits<double>::infinity();
        high /= largest;
        low /= inverse;
        smallest = 1 / inverse;
    }
    return largest / smallest;
}

} // namespace

SymmetricSolver::SymmetricSolver(const Eigen::Ref<const Eigen::MatrixXd>& matrix)
{
    const Index n = matrix.rows();
    m_scale = Eigen::VectorXd::Zero(n);
    for (Index i = 0; i < n; ++i)
        if (matrix(i, i) > 0)
            m_scale[i] = 1 / std::sqrt(matrix(i, i));
    m_lower = m_scale.asDiagonal() * matrix * m_scale.asDiagonal();
    const bool hasZeroRow = (m_scale.array() == 0).any();
    if (!hasZeroRow && factorLower(m_lower)
        && (n == 0 || m_lower.diagonal().array().square().minCoeff() > kSmallestPivot)) {
        m_isCholesky = true;
        m_rank = n;
        return;
    }
    m_lower = m_scale.asDiagonal() * matrix * m_scale.asDiagonal();
    const SymmetricEigen eigen = symmetricEigen(m_lower);
    m_lower.resize(0, 0);
    const Eigen::VectorXd& values = eigen.values;
    const double cut = kEigenvalueCut * std::max(0.0, values[n - 1]);
    m_rank = (values.array() > cut).count();
    m_vectors = eigen.vectors.rightCols(m_rank)
                * values.tail(m_rank).cwiseSqrt().cwiseInverse().asDiagonal();
}

void SymmetricSolver::solveInPlace(Eigen::Ref<Eigen::MatrixXd> right) const
{
    right.array().colwise() *= m_scale.array();
    if (m_isCholesky) {
        solveLower(m_lower, Transpose::No, right);
        solveLower(m_lower, Transpose::Yes, right);
    } else {
        Eigen::MatrixXd inner = Eigen::MatrixXd::Zero(m_rank, right.cols());
        multiplyAdd(m_vectors, Transpose::Yes, right, Transpose::No, inner);
        right.setZero();
        multiplyAdd(m_vectors, Transpose::No, inner, Transpose::No, right);
    }
    right.array().colwise() *= m_scale.array();
}

Eigen::MatrixXd SymmetricSolver::solve(const Eigen::Ref<const Eigen::MatrixXd>& right) const
{
    Eigen::MatrixXd result = right;
    constexpr std::size_t kColumns = 512;
    parallelBlocks(static_cast<std::size_t>(result.cols()), kColumns,
                   [&](std::size_t begin, std::size_t end) {
                       solveInPlace(result.middleCols(static_cast<Index>(begin),
                                                      static_cast<Index>(end - begin)));
                   });
    return result;
}

Eigen::MatrixXd SymmetricSolver::inverse() const
{
    return solve(Eigen::MatrixXd::Identity(m_scale.size(), m_scale.size()));
}

double conditionNumber(const Eigen::Ref<const Eigen::MatrixXd>& matrix)
{
    Eigen::MatrixXd lower = matrix;
    if (lower.rows() == 0 || !factorLower(lower))
        return std::numeric_limits<double>::infinity();
    return extremeRatio(matrix, [&](Eigen::VectorXd& x) {
        solveLower(lower, Transpose::No, x);
        solveLower(lower, Transpose::Yes, x);
    });
}

double conditionNumber(const Eigen::Ref<const Eigen::MatrixXd>& matrix,
                       const SymmetricSolver& solver)
{
    if (matrix.rows() == 0 || !solver.isCholesky())
        return std::numeric_limits<double>::infinity();
    return extremeRatio(matrix, [&](Eigen::VectorXd& x) { solver.solveInPlace(x); });
}

} // namespace fusiform::math

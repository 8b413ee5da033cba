// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/top_eigen.h"

#include "core/math/blas.h"
#include "core/util/random.h"

#include <Eigen/Eigenvalues>

#include <algorithm>

namespace fusiform::math {

namespace {

using Eigen::Index;

constexpr Index kLeastSpare = 16;
constexpr int kMaximumSteps = 30;
constexpr double kTolerance = 1e-6; // of the sum of the values

TopEigen largest(const Eigen::VectorXd& ascendingValues, const Eigen::MatrixXd& vectors,
                 Index count)
{
    TopEigen top;
    top.values = ascendingValues.tail(count).reverse().cwiseMax(0.0);
    top.vectors = vectors.rightCols(count).rowwise().reverse();
    for (Index c = 0; c < count; ++c) {
        Index at = 0;
        top.vectors.col(c).cwiseAbs().maxCoeff(&at);
        if (top.vectors(at, c) < 0)
            top.vectors.col(c) *= -1;
    }
    return top;
}

Eigen::MatrixXd orthonormal(const Eigen::MatrixXd& matrix)
{
    // Cholesky of the small Gram matrix, twice: all the work is in products (CholeskyQR2).
    Eigen::MatrixXd q = matrix;
    for (int pass = 0; pass < 2; ++pass) {
        Eigen::MatrixXd gram = transposedProduct(q, q);
        gram.diagonal().array() += 1e-14 * gram.diagonal().maxCoeff();
        const Eigen::MatrixXd lower = gram.llt().matrixL();
        Eigen::MatrixXd transposed = q.transpose();
        solveLower(lower, Transpose::No, transposed);
        q = transposed.transpose();
    }
    return q;
}

} // namespace

TopEigen topEigen(const Eigen::Ref<const Eigen::MatrixXd>& matrix, Index count, Progress& progress)
{
    const Index n = matrix.rows();
    const Index width = count + std::max(kLeastSpare, count / 10);
    if (3 * width > n) {
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(matrix);
        return largest(eigen.eigenvalues(), eigen.eigenvectors(), count);
    }
    Random random(1);
    Eigen::MatrixXd basis(n, width);
    for (double& value : basis.reshaped())
        value = random.normal();
    basis = orthonormal(product(matrix, basis));

    double before = 0;
    for (int step = 0;; ++step) {
        progress.checkpoint();
        const Eigen::MatrixXd image = product(matrix, basis);
        const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small(transposedProduct(basis, image));
        const Eigen::VectorXd& values = small.eigenvalues();
        const double held = values.tail(count).sum();
        progress.step();
        if (held - before <= kTolerance * held || step == kMaximumSteps)
            return largest(values, product(basis, small.eigenvectors()), count);
        before = held;
        // Two multiplications a step: orthogonalising costs as much as one.
        basis = orthonormal(product(matrix, orthonormal(product(image, small.eigenvectors()))));
    }
}

} // namespace fusiform::math

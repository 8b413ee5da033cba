// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/symmetric_eigen.h"

#include <Eigen/Eigenvalues>
#include <cblas.h>

#include <cassert>
#include <vector>

/// OpenBLAS has LAPACK's routines without a header of its own.
extern "C" void dsyevd_(const char* job, const char* triangle, const int* n, double* matrix,
                        const int* stride, double* values, double* work, const int* workSize,
                        int* indices, const int* indexCount, int* info);

namespace fusiform::math {

SymmetricEigen symmetricEigen(const Eigen::MatrixXd& matrix)
{
    assert(matrix.rows() == matrix.cols());
    const int n = static_cast<int>(matrix.rows());
    SymmetricEigen result{Eigen::VectorXd(n), {}};
    if (n == 0)
        return result;
    openblas_set_num_threads(1); // as all that goes through blas.h
    // Sizes as its documentation asks for, with vectors.
    std::vector<double> work(1 + 6 * static_cast<std::size_t>(n)
                             + 2 * static_cast<std::size_t>(n) * static_cast<std::size_t>(n));
    std::vector<int> indices(3 + 5 * static_cast<std::size_t>(n));
    const int workSize = static_cast<int>(work.size());
    const int indexCount = static_cast<int>(indices.size());
    result.vectors = matrix;
    int info = 0;
    dsyevd_("V", "L", &n, result.vectors.data(), &n, result.values.data(), work.data(), &workSize,
            indices.data(), &indexCount, &info);
    if (info == 0)
        return result;
    // It has not converged, which no finite matrix was seen to do.
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> slow(matrix);
    return {slow.eigenvalues(), slow.eigenvectors()};
}

} // namespace fusiform::math

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ridge_decoder.h"

#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// A Bᵀ by blocks of columns on all threads.
MatrixXd timesTransposed(const Eigen::Ref<const MatrixXd>& a, const Eigen::Ref<const MatrixXd>& b)
{
    return math::product(a, b.transpose().eval());
}

RidgeSolution solvePrimal(const Eigen::Ref<const MatrixXd>& w, const Eigen::Ref<const MatrixXd>& y,
                          double lambda, bool penaliseBias)
{
    MatrixXd gram = timesTransposed(w, w);
    gram.diagonal().head(gram.rows() - (penaliseBias ? 0 : 1)).array() += lambda;
    const math::SymmetricSolver solver(gram);
    RidgeSolution solution;
    solution.codes = solver.solve(timesTransposed(w, y)).transpose();
    solution.rank = solver.rank();
    solution.conditionNumber = math::conditionNumber(gram);
    solution.form = "primal";
    return solution;
}

/// The voxel form. With an unpenalised bias b the codes are L K⁻¹ (y - β b) with K = Lᵀ L + λ, L
/// the latent rows, and β the generalised least squares estimate (b K⁻¹ y) / (b K⁻¹ bᵀ).
RidgeSolution solveDual(const Eigen::Ref<const MatrixXd>& w, const Eigen::Ref<const MatrixXd>& y,
                        double lambda, bool penaliseBias)
{
    const bool hasFreeBias = lambda > 0 && !penaliseBias;
    const Index penalised = w.rows() - (hasFreeBias ? 1 : 0);
    const MatrixXd l = w.topRows(penalised);
    MatrixXd kernel = math::transposedProduct(l, l);
    kernel.diagonal().array() += lambda;
    const math::SymmetricSolver solver(kernel);

    MatrixXd target = y.transpose(); // voxels x faces
    RidgeSolution solution;
    solution.codes.resize(y.rows(), w.rows());
    if (hasFreeBias) {
        const Eigen::VectorXd bias = w.row(penalised).transpose();
        const Eigen::VectorXd solved = solver.solve(bias);
        const Eigen::VectorXd beta = (target.transpose() * solved) / bias.dot(solved);
        solution.codes.col(penalised) = beta;
        target -= bias * beta.transpose();
    }
    solution.codes.leftCols(penalised) = math::product(l, solver.solve(target)).transpose();
    solution.rank = solver.rank();
    solution.conditionNumber = math::conditionNumber(kernel);
    solution.form = "dual";
    return solution;
}

} // namespace

RidgeSolution ridgeDecode(const Eigen::Ref<const MatrixXd>& weights,
                          const Eigen::Ref<const MatrixXd>& patterns, const RidgeOptions& options)
{
    const double lambda = options.isAbsolute ? options.strength
                                             : options.strength * weights.squaredNorm()
                                                   / static_cast<double>(weights.rows());
    const bool isDual = weights.cols() < weights.rows();
    RidgeSolution solution = isDual ? solveDual(weights, patterns, lambda, options.penaliseBias)
                                    : solvePrimal(weights, patterns, lambda, options.penaliseBias);
    solution.lambda = lambda;
    return solution;
}

} // namespace fusiform::decode

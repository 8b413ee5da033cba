// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ridge_decoder.h"

#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

double lambdaOf(const RidgeOptions& options, double trace, Index rows)
{
    return options.isAbsolute ? options.strength
                              : options.strength * trace / static_cast<double>(rows);
}

/// X A = B for a symmetric A.
RidgeSolution solvedWith(MatrixXd matrix, const std::string& form)
{
    math::SymmetricSolver solver(matrix);
    RidgeSolution solution;
    solution.rank = solver.rank();
    solution.form = form;
    solution.solved = std::make_shared<const RidgeSolution::Solved>(
        RidgeSolution::Solved{std::move(matrix), std::move(solver)});
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
    RidgeSolution solution = solvedWith(std::move(kernel), "dual");
    const math::SymmetricSolver& solver = solution.solved->solver;

    MatrixXd target = y.transpose(); // voxels x faces
    solution.codes.resize(y.rows(), w.rows());
    if (hasFreeBias) {
        const Eigen::VectorXd bias = w.row(penalised).transpose();
        const Eigen::VectorXd solved = solver.solve(bias);
        const Eigen::VectorXd beta = (target.transpose() * solved) / bias.dot(solved);
        solution.codes.col(penalised) = beta;
        target -= bias * beta.transpose();
    }
    solution.codes.leftCols(penalised) = math::product(l, solver.solve(target)).transpose();
    return solution;
}

} // namespace

RidgeSolution ridgeDecodeSums(const Eigen::Ref<const MatrixXd>& gram,
                              const Eigen::Ref<const MatrixXd>& cross, const RidgeOptions& options)
{
    const double lambda = lambdaOf(options, gram.trace(), gram.rows());
    MatrixXd penalised = gram;
    penalised.diagonal().head(gram.rows() - (options.penaliseBias ? 0 : 1)).array() += lambda;
    RidgeSolution solution = solvedWith(std::move(penalised), "primal");
    solution.lambda = lambda;
    solution.codes = solution.solved->solver.solve(cross.transpose()).transpose();
    return solution;
}

RidgeSolution priorDecodeSums(const Eigen::Ref<const MatrixXd>& gram,
                              const Eigen::Ref<const MatrixXd>& cross,
                              const Eigen::Ref<const MatrixXd>& precision, double noiseScale)
{
    MatrixXd pulled = gram;
    const Index latents = precision.rows();
    pulled.topLeftCorner(latents, latents) += noiseScale * precision;
    RidgeSolution solution = solvedWith(std::move(pulled), "primal");
    solution.codes = solution.solved->solver.solve(cross.transpose()).transpose();
    return solution;
}

RidgeSolution ridgeDecode(const Eigen::Ref<const MatrixXd>& weights,
                          const Eigen::Ref<const MatrixXd>& patterns, const RidgeOptions& options)
{
    if (weights.cols() >= weights.rows())
        return ridgeDecodeSums(math::product(weights, weights.transpose().eval()),
                               math::product(patterns, weights.transpose().eval()), options);
    const double lambda = lambdaOf(options, weights.squaredNorm(), weights.rows());
    RidgeSolution solution = solveDual(weights, patterns, lambda, options.penaliseBias);
    solution.lambda = lambda;
    return solution;
}

} // namespace fusiform::decode

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/code_prior.h"

#include "core/math/blas.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>

namespace fusiform::decode {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

MatrixXd stacked(std::span<const MatrixXd> parts)
{
    Index rows = 0;
    for (const MatrixXd& part : parts)
        rows += part.rows();
    MatrixXd all(rows, parts.empty() ? 0 : parts.front().cols());
    Index row = 0;
    for (const MatrixXd& part : parts) {
        all.middleRows(row, part.rows()) = part;
        row += part.rows();
    }
    return all;
}

/// Mean of the diagonal of (XᵀX)⁻¹ over the exploration faces: what is left of one scan's noise in
/// a pattern that was estimated from many showings.
double patternNoise(const glm::KeptSeries& series, const glm::SeriesEstimates& estimates)
{
    std::vector<Index> columns;
    for (const glm::SeriesRun& run : series.runs())
        for (const glm::ShownFace& face : run.exploration)
            if (const Index column = series.index().condition(face.stimulus);
                column >= 0 && std::ranges::find(columns, column) == columns.end())
                columns.push_back(column);
    if (columns.empty())
        return 0;
    return estimates.inverseOf(columns).diagonal().mean();
}

} // namespace

MatrixXd shrunkPrecision(const Eigen::Ref<const MatrixXd>& codes)
{
    const auto trials = static_cast<double>(codes.rows());
    const Eigen::RowVectorXd mean = codes.colwise().mean();
    MatrixXd z = codes.rowwise() - mean;
    std::vector<Index> live;
    VectorXd sd = VectorXd::Zero(codes.cols());
    for (Index l = 0; l < codes.cols(); ++l) {
        sd[l] = std::sqrt(z.col(l).squaredNorm() / trials);
        if (sd[l] > 1e-9) {
            z.col(l) /= sd[l];
            live.push_back(l);
        }
    }
    const MatrixXd standard = z(Eigen::all, live);
    const auto latents = static_cast<Index>(live.size());
    MatrixXd correlations = math::transposedProduct(standard, standard) / trials;
    const double distance
        = correlations.squaredNorm() - static_cast<double>(latents); // to 1: its diagonal is 1
    double fourth = 0;
    for (Index t = 0; t < standard.rows(); ++t)
        fourth += std::pow(standard.row(t).squaredNorm(), 2);
    const double error = (fourth / trials - correlations.squaredNorm()) / trials;
    const double share = distance > 0 ? std::clamp(error / distance, 1e-6, 1.0) : 1.0;
    correlations *= 1 - share;
    correlations.diagonal().array() += share;

    MatrixXd inverse = math::SymmetricSolver(correlations).inverse();
    inverse = (inverse + inverse.transpose()).eval() / 2;
    MatrixXd precision = MatrixXd::Zero(codes.cols(), codes.cols());
    for (Index i = 0; i < latents; ++i)
        for (Index j = 0; j < latents; ++j) {
            const Index row = live[static_cast<std::size_t>(i)];
            const Index column = live[static_cast<std::size_t>(j)];
            precision(row, column) = inverse(i, j) / (sd[row] * sd[column]);
        }
    return precision;
}

CodePrior codePrior(const glm::KeptSeries& series, const glm::SeriesSums& sums,
                    const glm::SeriesEstimates& estimates, std::span<const MatrixXd> codes)
{
    const MatrixXd all = stacked(codes);
    CodePrior prior;
    prior.precision = shrunkPrecision(all);
    prior.patternNoise = patternNoise(series, estimates);

    // E[xᵀ A x] over the training codes with their bias: the sum over A of their second moments.
    std::vector<Index> columns(static_cast<std::size_t>(all.cols()));
    std::iota(columns.begin(), columns.end(), sums.conditions);
    const Index face = series.index().condition("train_face");
    MatrixXd withBias = all;
    if (face >= 0) {
        columns.push_back(face);
        withBias.conservativeResize(Eigen::NoChange, all.cols() + 1);
        withBias.rightCols(1).setOnes();
    }
    const MatrixXd moments
        = math::transposedProduct(withBias, withBias) / static_cast<double>(all.rows());
    prior.weightNoise = estimates.inverseOf(columns).cwiseProduct(moments).sum();
    return prior;
}

} // namespace fusiform::decode

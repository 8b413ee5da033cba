// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/studies/expected_scores.h"

#include "core/math/blas.h"
#include "core/util/random.h"

#include <cmath>

namespace fusiform::studies {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

Expected over(const std::vector<double>& scores)
{
    Expected expected;
    const auto count = static_cast<double>(scores.size());
    for (const double score : scores)
        expected.mean += score / count;
    for (const double score : scores)
        expected.sd += (score - expected.mean) * (score - expected.mean);
    expected.sd = std::sqrt(expected.sd / (count - 1));
    return expected;
}

/// Errors of all estimates: columns of the model x voxels.
MatrixXd errors(const MatrixXd& factor, Index voxels, Random& random)
{
    MatrixXd drawn(factor.rows(), voxels);
    for (double& number : drawn.reshaped())
        number = random.normal();
    math::solveLower(factor, math::Transpose::Yes, drawn);
    return drawn;
}

/// Codes per training sd: X = Y Wᵀ (W Wᵀ + λ t D)⁻¹, the bias not held.
MatrixXd decoded(const MatrixXd& weights, const MatrixXd& patterns, double ridge)
{
    const MatrixXd transposed = weights.transpose();
    MatrixXd gram = math::product(weights, transposed);
    const Index latents = gram.rows() - 1;
    gram.diagonal().head(latents).array()
        += ridge * gram.trace() / static_cast<double>(gram.rows());
    const MatrixXd cross = patterns * transposed;
    return gram.ldlt().solve(cross.transpose()).transpose().leftCols(latents);
}

struct Scores {
    double pairwise = 0;
    double full = 0;
};

Scores scoresOf(MatrixXd decodedCodes, MatrixXd truth)
{
    for (MatrixXd* const codes : {&decodedCodes, &truth}) {
        *codes = codes->colwise() - codes->rowwise().mean();
        codes->rowwise().normalize();
    }
    const MatrixXd r = decodedCodes * truth.transpose();
    const Index n = r.rows();
    Scores scores;
    for (Index f = 0; f < n; ++f) {
        const auto beaten = (r.row(f).array() < r(f, f)).count();
        scores.pairwise += static_cast<double>(beaten) / static_cast<double>(n * (n - 1));
        scores.full += beaten == n - 1 ? 1 / static_cast<double>(n) : 0;
    }
    return scores;
}

} // namespace

ExpectedScores expectedScores(const PlantedSubject& subject, std::span<const Index> positions,
                              double ridge, int draws, std::uint64_t seed)
{
    MatrixXd factor = subject.sums.xtx;
    if (!math::factorLower(factor))
        throw std::runtime_error("the design does not determine its estimates");
    const glm::ModelFit& model = subject.fit.models.front();
    const Index latents = model.latentMean.size();
    const std::vector<Index> voxels(positions.begin(), positions.end());
    const MatrixXd weights = subject.weights(Eigen::all, voxels);
    const MatrixXd patterns = subject.patterns(Eigen::all, voxels);
    // Model units, as scores compare them; latents have unit variance, so W's units are close.
    const Eigen::VectorXd& sd = model.latentSd;
    Random random(seed);
    std::vector<double> pairwise;
    std::vector<double> full;
    for (int d = 0; d < draws; ++d) {
        const MatrixXd drawn = errors(factor, static_cast<Index>(voxels.size()), random);
        MatrixXd estimated = weights;
        estimated.topRows(latents) += drawn.bottomRows(latents);
        estimated.row(latents) += drawn.row(subject.trainColumn);
        MatrixXd seen = patterns;
        for (std::size_t f = 0; f < subject.faceColumns.size(); ++f)
            seen.row(static_cast<Index>(f)) += drawn.row(subject.faceColumns[f]);
        const MatrixXd codes = decoded(estimated, seen, ridge) * sd.asDiagonal();
        const Scores scores = scoresOf(codes, subject.codes);
        pairwise.push_back(scores.pairwise);
        full.push_back(scores.full);
    }
    return {over(pairwise), over(full)};
}

} // namespace fusiform::studies

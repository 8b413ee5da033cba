// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/identification.h"

#include "core/math/correlation.h"
#include "core/scores/recognition.h"
#include "core/stats/top_k.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

CodeSpread spreadOf(const MatrixXd& codes, const glm::ModelFit& model)
{
    const MatrixXd scaled = (codes.rowwise() - model.latentMean.transpose())
                            * glm::inverseOfSd(model.latentMean, model.latentSd).asDiagonal();
    CodeSpread spread;
    spread.length = scaled.rowwise().norm().mean();
    const Index n = scaled.rows();
    const MatrixXd r = math::rowCorrelations(scaled, scaled);
    spread.correlation = (r.sum() - r.trace()) / static_cast<double>(n * (n - 1));
    const MatrixXd centred = scaled.rowwise() - scaled.colwise().mean();
    // Faces x faces has the same eigenvalues, and is small.
    const Eigen::VectorXd values = Eigen::SelfAdjointEigenSolver<MatrixXd>(
                                       centred * centred.transpose(), Eigen::EigenvaluesOnly)
                                       .eigenvalues();
    spread.participation = values.sum() * values.sum() / values.squaredNorm();
    return spread;
}

double median(std::vector<int> ranks)
{
    std::ranges::sort(ranks);
    const std::size_t half = ranks.size() / 2;
    return ranks.size() % 2 == 1 ? ranks[half] : (ranks[half - 1] + ranks[half]) / 2.0;
}

} // namespace

Identification identification(const OpenModel& open, const Recognition& found)
{
    Identification result;
    result.model = found.model;
    result.region = found.region;
    result.similarity = found.decoded.similarity;
    result.names = found.decoded.names;
    result.forward = scores::pairwise(result.similarity);
    result.backward = scores::pairwise(result.similarity.transpose());
    const auto n = static_cast<long>(found.ranks.size());
    std::vector<long> beating;
    for (const int rank : found.ranks) {
        beating.push_back(rank - 1);
        result.reciprocalRank += 1.0 / rank / static_cast<double>(n);
    }
    for (long rank = 1; rank <= n; ++rank)
        result.reciprocalChance += 1.0 / static_cast<double>(rank * n);
    result.medianRank = median(found.ranks);
    constexpr std::array<std::pair<long, long>, 6> kTops
        = {{{2, 1}, {5, 1}, {10, 1}, {10, 5}, {20, 1}, {20, 5}}};
    for (const auto& [ways, best] : kTops)
        if (ways <= n)
            result.tops.push_back({ways, best, stats::meanTopK(beating, n - 1, ways, best),
                                   static_cast<double>(best) / static_cast<double>(ways)});
    result.decoded = spreadOf(found.decoded.latents, *open.model);
    result.truth = spreadOf(open.shown.codes, *open.model);
    return result;
}

} // namespace fusiform::evaluate

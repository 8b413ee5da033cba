// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/representational.h"

#include "core/evaluate/standardised_codes.h"
#include "core/evaluate/subject.h"
#include "core/math/correlation.h"
#include "core/stats/orders.h"
#include "core/stats/rank_correlation.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index kFewestFaces = 4; // three have three pairs

MatrixXd dissimilarityOf(const MatrixXd& codes)
{
    MatrixXd matrix = 1 - math::rowCorrelations(codes, codes).array();
    matrix.diagonal().setZero();
    return matrix;
}

/// Numbers above the diagonal, row by row.
std::vector<double> pairsOf(const MatrixXd& matrix)
{
    std::vector<double> pairs;
    for (Index i = 0; i < matrix.rows(); ++i)
        for (Index j = i + 1; j < matrix.cols(); ++j)
            pairs.push_back(matrix(i, j));
    return pairs;
}

/// Ranks of the pairs, less their mean, as a symmetric matrix.
MatrixXd centredRanks(const MatrixXd& matrix)
{
    const std::vector<double> ranks = stats::midRanks(pairsOf(matrix));
    const double mean = (static_cast<double>(ranks.size()) + 1) / 2;
    MatrixXd result = MatrixXd::Zero(matrix.rows(), matrix.cols());
    std::size_t at = 0;
    for (Index i = 0; i < matrix.rows(); ++i)
        for (Index j = i + 1; j < matrix.cols(); ++j) {
            result(i, j) = ranks[at++] - mean;
            result(j, i) = result(i, j);
        }
    return result;
}

/// Exchanges the labels of the faces of one matrix: its rows and columns together.
void permuteFaces(RegionSimilarity& region, const MatrixXd& truth, const SimilarityOptions& options,
                  const Progress& progress)
{
    const MatrixXd a = centredRanks(truth);
    const MatrixXd b = centredRanks(region.dissimilarity);
    const auto product = [&](std::span<const Index> order) {
        double sum = 0;
        for (Index i = 0; i < a.rows(); ++i)
            for (Index j = i + 1; j < a.cols(); ++j)
                sum += a(i, j)
                       * b(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(j)]);
        return sum;
    };
    std::vector<Index> own(static_cast<std::size_t>(a.rows()));
    std::iota(own.begin(), own.end(), Index{0});
    // Ranks are halves at the least: less than a quarter is rounding.
    const double observed = product(own) - 0.1;
    std::int64_t atLeast = 0;
    const stats::OrdersLooked looked = stats::forEachOrder(
        a.rows(), options.permutations, Random(options.bootstrap.seed, 301), progress,
        [&](std::span<const Index> order) { atLeast += product(order) >= observed; });
    region.orders = looked.count;
    region.isExact = looked.isExact;
    region.p = looked.p(atLeast);
}

double correlationOfChosen(const MatrixXd& a, const MatrixXd& b,
                           std::span<const std::size_t> chosen)
{
    std::vector<double> first;
    std::vector<double> second;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        for (std::size_t j = i + 1; j < chosen.size(); ++j) {
            if (chosen[i] == chosen[j])
                continue;
            first.push_back(a(static_cast<Index>(chosen[i]), static_cast<Index>(chosen[j])));
            second.push_back(b(static_cast<Index>(chosen[i]), static_cast<Index>(chosen[j])));
        }
    return stats::spearman(first, second);
}

RegionSimilarity similarityOf(const Recognition& region, const MatrixXd& truth,
                              const glm::ModelFit& model, const SimilarityOptions& options,
                              Progress& progress)
{
    RegionSimilarity result;
    result.region = region.region;
    result.dissimilarity = dissimilarityOf(standardisedCodes(region.decoded.latents, model));
    result.rho = matrixCorrelation(truth, result.dissimilarity);
    if (!std::isfinite(result.rho)) {
        result.p = result.rho;
        result.interval = {result.rho, result.rho};
        return result;
    }
    permuteFaces(result, truth, options, progress);
    result.interval = stats::bootstrap(
                          static_cast<std::size_t>(truth.rows()),
                          [&](std::span<const std::size_t> chosen) {
                              return correlationOfChosen(truth, result.dissimilarity, chosen);
                          },
                          options.bootstrap, progress)
                          .interval;
    return result;
}

} // namespace

double matrixCorrelation(const MatrixXd& a, const MatrixXd& b)
{
    return stats::spearman(pairsOf(a), pairsOf(b));
}

std::optional<SimilarityStructure> similarityStructure(const OpenModel& open,
                                                       std::span<const Recognition* const> regions,
                                                       const SimilarityOptions& options,
                                                       Progress& progress)
{
    const Index faces = open.shown.count();
    if (faces < kFewestFaces || regions.empty())
        return {};
    SimilarityStructure result;
    result.model = open.model->model.name;
    result.faces = open.shown.names;
    result.truth = dissimilarityOf(standardisedCodes(open.shown.codes, *open.model));
    result.pairs = faces * (faces - 1) / 2;
    result.regions.resize(regions.size());
    parallelFor(regions.size(), [&](std::size_t r) {
        result.regions[r] = similarityOf(*regions[r], result.truth, *open.model, options, progress);
    });
    return result;
}

std::vector<GroupSimilarity> groupSimilarity(std::span<const SubjectEvaluation> subjects,
                                             double level)
{
    std::vector<GroupSimilarity> groups;
    if (subjects.size() < 2)
        return groups;
    for (const SimilarityStructure& structure : subjects.front().similarity)
        for (const RegionSimilarity& region : structure.regions) {
            GroupSimilarity group{structure.model, region.region, {}, {}, {}, 0, {}};
            for (const SubjectEvaluation& subject : subjects)
                for (const SimilarityStructure& other : subject.similarity)
                    for (const RegionSimilarity& same : other.regions)
                        if (other.model == structure.model && same.region == region.region
                            && std::isfinite(same.rho)) {
                            group.subjects.push_back(subject.subject);
                            group.rho.push_back(same.rho);
                        }
            if (group.rho.size() != subjects.size())
                continue;
            Progress silent;
            group.mean = stats::bootstrapMean(group.rho, {10'000, level, 1}, silent);
            group.above = std::ranges::count_if(group.rho, [](double rho) { return rho > 0; });
            group.sign = stats::binomialTest(group.above, std::ssize(group.rho), 0.5, level).tails;
            groups.push_back(std::move(group));
        }
    return groups;
}

} // namespace fusiform::evaluate

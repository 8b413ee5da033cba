// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/attribute_classifier.h"

#include "core/stats/fdr.h"
#include "core/util/parallel.h"
#include "core/util/random.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace fusiform::evaluate {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXi;
using Eigen::VectorXd;

constexpr long kFewestOfSide = 3; // one left out, two to learn from

/// The items turned so that few coordinates hold all that lies between them: distances and inner
/// products stay. Scaled to a mean squared distance from the mean of 1. A last column of ones.
MatrixXd coordinatesOf(const MatrixXd& items)
{
    const MatrixXd centred = items.rowwise() - items.colwise().mean();
    MatrixXd products = centred * centred.transpose();
    const double scale = products.diagonal().mean();
    if (scale > 0)
        products /= scale;
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(products);
    MatrixXd coordinates = MatrixXd::Ones(items.rows(), items.rows() + 1);
    coordinates.leftCols(items.rows())
        = solver.eigenvectors() * solver.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
    return coordinates;
}

/// All rows but one.
std::vector<Index> without(Index left, Index count)
{
    std::vector<Index> rows;
    for (Index row = 0; row < count; ++row)
        if (row != left)
            rows.push_back(row);
    return rows;
}

/// Known faces' codes in training standard deviations, and their labels.
struct Known {
    MatrixXd codes;
    std::vector<int> labels;
    long with = 0;
};

Known knownFaces(const Recognition& region, const std::vector<int>& labels,
                 const glm::ModelFit& model)
{
    Known known;
    std::vector<Index> rows;
    for (std::size_t f = 0; f < labels.size(); ++f)
        if (labels[f] != 0) {
            rows.push_back(static_cast<Index>(f));
            known.labels.push_back(labels[f]);
            known.with += labels[f] > 0;
        }
    const VectorXd perSd = glm::inverseOfSd(model.latentMean, model.latentSd);
    known.codes = region.decoded.latents(rows, Eigen::all) * perSd.asDiagonal();
    return known;
}

/// The given labels, then permuted ones.
MatrixXi labelled(const std::vector<int>& labels, std::int64_t permutations, std::uint64_t seed)
{
    Random random(seed, 303);
    std::vector<int> order = labels;
    MatrixXi ways(std::ssize(labels), 1 + permutations);
    for (Index way = 0; way < ways.cols(); ++way) {
        if (way > 0)
            random.shuffle(order);
        ways.col(way) = Eigen::Map<const Eigen::VectorXi>(order.data(), ways.rows());
    }
    return ways;
}

double balancedOf(const VectorXd& decisions, const Eigen::VectorXi& labels)
{
    double rightWith = 0;
    double rightWithout = 0;
    double with = 0;
    for (Index f = 0; f < labels.size(); ++f) {
        const bool isWith = labels[f] > 0;
        const bool isRight = (decisions[f] > 0) == isWith;
        with += isWith;
        (isWith ? rightWith : rightWithout) += isRight;
    }
    return (rightWith / with + rightWithout / (static_cast<double>(labels.size()) - with)) / 2;
}

/// Right or not, faces with the attribute first, drawn within both groups.
stats::Interval balancedInterval(const VectorXd& decisions, const std::vector<int>& labels,
                                 const stats::BootstrapOptions& options, Progress& progress)
{
    std::vector<double> right;
    std::array<std::size_t, 2> sizes = {0, 0};
    for (const int side : {1, -1})
        for (std::size_t f = 0; f < labels.size(); ++f)
            if (labels[f] == side) {
                right.push_back((decisions[static_cast<Index>(f)] > 0) == (side > 0) ? 1 : 0);
                ++sizes[side > 0 ? 0 : 1];
            }
    const auto balanced = [&](std::span<const std::size_t> chosen) {
        std::array<double, 2> hits = {0, 0};
        std::array<double, 2> all = {0, 0};
        for (const std::size_t item : chosen) {
            const std::size_t side = item < sizes[0] ? 0 : 1;
            hits[side] += right[item];
            ++all[side];
        }
        return (hits[0] / all[0] + hits[1] / all[1]) / 2;
    };
    const stats::Interval found
        = stats::bootstrapWithin(sizes, balanced, options, progress).interval;
    // No wrong answer, or no right one: every sample agrees, which says nothing of other faces.
    return found.low < found.high ? found : stats::Interval{std::nan(""), std::nan("")};
}

LearntAttribute learn(const AttributeReading& reading, const Recognition& region,
                      const glm::ModelFit& model, const LearningAttributesOptions& options,
                      Progress& progress)
{
    const Known known = knownFaces(region, reading.labels, model);
    LearntAttribute result;
    result.attribute = reading.attribute;
    result.region = region.region;
    result.faces = std::ssize(known.labels);
    result.with = known.with;
    if (std::min(known.with, result.faces - known.with) < kFewestOfSide)
        return result;
    const MatrixXi ways = labelled(known.labels, options.permutations, options.bootstrap.seed);
    const MatrixXd decisions = leaveOneOutLogistic(known.codes, ways, progress);
    result.permutations = options.permutations;
    result.balanced = balancedOf(decisions.col(0), ways.col(0));
    for (std::size_t f = 0; f < known.labels.size(); ++f)
        result.right += (decisions(static_cast<Index>(f), 0) > 0) == (known.labels[f] > 0);
    std::int64_t atLeast = 0;
    for (Index way = 1; way < ways.cols(); ++way) {
        const double permuted = balancedOf(decisions.col(way), ways.col(way));
        atLeast += permuted >= result.balanced - 1e-12;
        result.chance += permuted / static_cast<double>(options.permutations);
    }
    result.p = (1 + static_cast<double>(atLeast)) / (1 + static_cast<double>(options.permutations));
    result.interval = balancedInterval(decisions.col(0), known.labels, options.bootstrap, progress);
    return result;
}

void adjustLearnt(std::vector<LearntAttribute>& results, const std::string& region)
{
    std::vector<LearntAttribute*> family;
    std::vector<double> p;
    for (LearntAttribute& one : results)
        if (one.region == region) {
            family.push_back(&one);
            p.push_back(one.p);
        }
    const std::vector<double> adjusted
        = stats::fdrAdjusted(p, stats::FdrProcedure::BenjaminiHochberg);
    for (std::size_t i = 0; i < family.size(); ++i)
        family[i]->adjusted = adjusted[i];
}

/// @param design items x coordinates, the last of them 1: the intercept has no penalty
/// @return coordinates x ways
MatrixXd logisticWeights(const MatrixXd& design, const MatrixXi& labels)
{
    constexpr int kMostSteps = 2000;
    constexpr double kEnough = 1e-7; // change of a weight; they are tenths
    const Index penalised = design.cols() - 1;
    const Eigen::ArrayXXd wanted = (labels.array() > 0).cast<double>();
    const auto n = static_cast<double>(design.rows());
    // Each side counts one half of the items.
    const Eigen::ArrayXXd shares = wanted.colwise().sum().replicate(design.rows(), 1) / n;
    const Eigen::ArrayXXd share = wanted * shares + (1 - wanted) * (1 - shares);
    const Eigen::ArrayXXd importance = 0.5 / share;
    // The Hessian never exceeds this bound (Böhning & Lindsay 1988): steps by its inverse always
    // climb, and it serves all labels.
    MatrixXd bound = importance.maxCoeff() / 4 * design.transpose() * design;
    bound.diagonal().head(penalised).array() += 1;
    const MatrixXd step = bound.llt().solve(MatrixXd::Identity(bound.rows(), bound.cols()));
    // Momentum (Nesterov) as the slowest direction asks for: along weights the penalty alone may
    // hold, against the largest of the bound.
    const MatrixXd ofWeights = bound.topLeftCorner(penalised, penalised);
    const double largest
        = Eigen::SelfAdjointEigenSolver<MatrixXd>(ofWeights).eigenvalues().maxCoeff();
    const double slowest = std::sqrt(1 / std::max(1.0, largest));
    const double momentum = (1 - slowest) / (1 + slowest);
    MatrixXd weights = MatrixXd::Zero(design.cols(), labels.cols());
    MatrixXd ahead = weights;
    for (int round = 0; round < kMostSteps; ++round) {
        const Eigen::ArrayXXd probability = 1 / (1 + (-(design * ahead).array()).exp());
        MatrixXd gradient = design.transpose() * (importance * (wanted - probability)).matrix();
        gradient.topRows(penalised) -= ahead.topRows(penalised);
        const MatrixXd next = ahead + step * gradient;
        const MatrixXd change = next - weights;
        weights = next;
        ahead = next + momentum * change;
        if (change.cwiseAbs().maxCoeff() < kEnough)
            break;
    }
    return weights;
}

} // namespace

MatrixXd leaveOneOutLogistic(const MatrixXd& items, const MatrixXi& labels,
                             const Progress& progress)
{
    const MatrixXd all = coordinatesOf(items);
    MatrixXd decisions(labels.rows(), labels.cols());
    for (Index left = 0; left < items.rows(); ++left) {
        progress.checkpoint();
        const std::vector<Index> rows = without(left, items.rows());
        decisions.row(left)
            = all.row(left) * logisticWeights(all(rows, Eigen::all), labels(rows, Eigen::all));
    }
    return decisions;
}

LearntAttributes learntAttributes(const OpenModel& open,
                                  std::span<const Recognition* const> regions,
                                  const AttributeReadings& readings,
                                  const LearningAttributesOptions& options, Progress& progress)
{
    LearntAttributes result;
    result.model = open.model->model.name;
    result.isLabelled = readings.isLabelled;
    if (!readings.isLabelled || readings.readings.empty() || regions.empty())
        return result;
    struct Asked {
        const AttributeReading* reading;
        const Recognition* region;
    };
    std::vector<Asked> asked;
    for (const AttributeReading& reading : readings.readings) {
        if (reading.axis != AxisKind::MeanDifference) // labels are the same along both
            continue;
        const bool isFirst = reading.attribute == readings.readings.front().attribute;
        for (const Recognition* const region : regions.first(isFirst ? regions.size() : 1))
            asked.push_back({&reading, region});
    }
    progress.begin(FUSIFORM_TR("core", "Learning attributes from codes, %1").arg(result.model),
                   asked.size());
    std::vector<LearntAttribute> learnt(asked.size());
    parallelFor(asked.size(), [&](std::size_t i) {
        learnt[i] = learn(*asked[i].reading, *asked[i].region, *open.model, options, progress);
        progress.step();
    });
    for (LearntAttribute& one : learnt)
        if (one.permutations > 0)
            result.results.push_back(std::move(one));
    for (const Recognition* const region : regions)
        adjustLearnt(result.results, region->region);
    return result;
}

} // namespace fusiform::evaluate

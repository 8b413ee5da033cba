// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/single_trials.h"

#include "core/glm/normal_equations.h"
#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"
#include "core/util/parallel.h"

#include <algorithm>

namespace fusiform::glm {

namespace {

using Eigen::Index;
using math::Transpose;

constexpr const char* kTraining = "train_face";

/// What `others` leave of the events' columns: scans x events; 0 where it is rounding only.
Eigen::MatrixXd outside(const Eigen::MatrixXd& events, const Eigen::MatrixXd& others)
{
    const Eigen::MatrixXd basis = orthonormalBasis(others);
    Eigen::MatrixXd rest = events;
    if (basis.cols() > 0)
        rest -= math::product(basis, math::transposedProduct(basis, events));
    for (Index event = 0; event < rest.cols(); ++event)
        if (rest.col(event).norm() <= 1e-8 * events.col(event).norm())
            rest.col(event).setZero();
    return rest;
}

/// columnsᵀ values: columns x voxels.
Eigen::MatrixXd products(const Eigen::MatrixXd& columns, const Eigen::Ref<const ScanValues>& values,
                         Progress& progress)
{
    Eigen::MatrixXd xty = Eigen::MatrixXd::Zero(columns.cols(), values.cols());
    parallelBlocks(static_cast<std::size_t>(values.cols()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       const Eigen::MatrixXd y = values.middleCols(first, count).cast<double>();
                       math::multiplyAdd(columns, Transpose::Yes, y, Transpose::No,
                                         xty.middleCols(first, count));
                   });
    return xty;
}

} // namespace

Eigen::MatrixXd conditionsWithout(const SeriesRun& run, std::span<const std::string> conditions,
                                  std::span<const std::string> leftOut)
{
    std::vector<Index> kept;
    for (std::size_t c = 0; c < conditions.size(); ++c)
        if (std::ranges::find(leftOut, conditions[c]) == leftOut.end())
            kept.push_back(static_cast<Index>(c));
    return run.conditions(Eigen::all, kept);
}

Eigen::MatrixXd jointResponses(const Eigen::MatrixXd& events, const Eigen::MatrixXd& others,
                               const Eigen::Ref<const ScanValues>& values, Progress& progress)
{
    if (events.cols() == 0)
        return Eigen::MatrixXd(0, values.cols());
    // What is left of the events is orthogonal to the others, so the values need no projection.
    const Eigen::MatrixXd x = outside(events, others);
    const math::SymmetricSolver solver(math::transposedProduct(x, x));
    return solver.solve(products(x, values, progress));
}

Eigen::MatrixXd oneByOneResponses(const Eigen::MatrixXd& events, const Eigen::MatrixXd& others,
                                  const Eigen::Ref<const ScanValues>& values, Progress& progress)
{
    if (events.cols() == 0)
        return Eigen::MatrixXd(0, values.cols());
    const Eigen::MatrixXd x = outside(events, others);
    const Eigen::VectorXd all = x.rowwise().sum();
    const Eigen::MatrixXd xty = products(x, values, progress);
    const Eigen::RowVectorXd allTy = xty.colwise().sum();
    Eigen::MatrixXd responses(x.cols(), values.cols());
    for (Index event = 0; event < x.cols(); ++event) {
        progress.checkpoint();
        const Eigen::VectorXd own = x.col(event);
        const Eigen::VectorXd rest = all - own;
        const double ownOwn = own.squaredNorm();
        const double ownRest = own.dot(rest);
        const double restRest = rest.squaredNorm();
        const double determinant = ownOwn * restRest - ownRest * ownRest;
        if (determinant > 1e-10 * ownOwn * restRest) // a 2 x 2 system by Cramer's rule
            responses.row(event)
                = (restRest * xty.row(event) - ownRest * (allTy - xty.row(event))) / determinant;
        else if (restRest <= 0 && ownOwn > 0) // the only event of the run
            responses.row(event) = xty.row(event) / ownOwn;
        else
            responses.row(event).setZero();
    }
    return responses;
}

Eigen::MatrixXf trainingPatterns(const KeptSeries& series, TrialMethod method, Progress& progress)
{
    Index trials = 0;
    for (const SeriesRun& run : series.runs())
        trials += run.trainingResponses.cols();
    Eigen::MatrixXf patterns(trials, series.voxels());
    Index next = 0;
    progress.begin(FUSIFORM_TR("core", "Estimating single trials"), series.runs().size());
    const std::vector<std::string> training = {kTraining};
    for (std::size_t r = 0; r < series.runs().size(); ++r) {
        const SeriesRun& run = series.runs()[r];
        const Eigen::MatrixXd others = conditionsWithout(run, series.index().conditions, training);
        const auto responses
            = method == TrialMethod::AllAtOnce ? &jointResponses : &oneByOneResponses;
        const Index count = run.trainingResponses.cols();
        patterns.middleRows(next, count)
            = responses(run.trainingResponses, others, series.values(r), progress).cast<float>();
        next += count;
        progress.step();
    }
    return patterns;
}

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_sums.h"

#include "core/math/blas.h"
#include "core/util/parallel.h"

#include <algorithm>

namespace fusiform::glm {

namespace {

using Eigen::Index;
using math::Transpose;

/// The latents' columns of a run are its trials' responses times their codes: the products of the
/// trials come first, being fewer than the latents.
void addRun(const SeriesRun& run, const Eigen::MatrixXd& codes,
            const Eigen::Ref<const ScanValues>& values, SeriesSums& sums, Progress& progress)
{
    const Index conditions = run.conditions.cols();
    const Index trials = run.trainingResponses.cols();
    const Index latents = codes.cols();
    Eigen::MatrixXd columns(run.scans, conditions + trials);
    columns << run.conditions, run.trainingResponses;
    const Eigen::MatrixXd products = math::transposedProduct(columns, columns);
    const Eigen::MatrixXd cross = math::product(products.topRightCorner(conditions, trials), codes);
    sums.xtx.topLeftCorner(conditions, conditions)
        += products.topLeftCorner(conditions, conditions);
    sums.xtx.topRightCorner(conditions, latents) += cross;
    sums.xtx.bottomLeftCorner(latents, conditions) += cross.transpose();
    sums.xtx.bottomRightCorner(latents, latents) += math::transposedProduct(
        codes, math::product(products.bottomRightCorner(trials, trials), codes));
    sums.freedom += run.scans - run.nuisanceRank;

    parallelBlocks(static_cast<std::size_t>(values.cols()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       const Eigen::MatrixXd y = values.middleCols(first, count).cast<double>();
                       sums.squares.segment(first, count) += y.colwise().squaredNorm().transpose();
                       Eigen::MatrixXd xty = Eigen::MatrixXd::Zero(columns.cols(), count);
                       math::multiplyAdd(columns, Transpose::Yes, y, Transpose::No, xty);
                       sums.xty.block(0, first, conditions, count) += xty.topRows(conditions);
                       math::multiplyAdd(codes, Transpose::Yes, xty.bottomRows(trials),
                                         Transpose::No,
                                         sums.xty.block(conditions, first, latents, count));
                   });
}

} // namespace

SeriesSums& SeriesSums::operator+=(const SeriesSums& other)
{
    xtx += other.xtx;
    xty += other.xty;
    squares += other.squares;
    freedom += other.freedom;
    return *this;
}

SeriesSums& SeriesSums::operator-=(const SeriesSums& other)
{
    xtx -= other.xtx;
    xty -= other.xty;
    squares -= other.squares;
    freedom -= other.freedom;
    // A column of zeros in the runs that stay is what rounding leaves of equal sums: exactly none.
    constexpr double kRounding = 1e-12;
    for (Index c = 0; c < xtx.rows(); ++c)
        if (xtx(c, c) <= kRounding * other.xtx(c, c)) {
            xtx.row(c).setZero();
            xtx.col(c).setZero();
            xty.row(c).setZero();
        }
    return *this;
}

SeriesSums sumsOf(const KeptSeries& series, std::span<const Eigen::MatrixXd> codes,
                  std::span<const std::size_t> runs, Progress& progress)
{
    return sumsOf(series, series.runs(), codes, runs, progress);
}

SeriesSums sumsOf(const KeptSeries& series, std::span<const SeriesRun> designs,
                  std::span<const Eigen::MatrixXd> codes, std::span<const std::size_t> runs,
                  Progress& progress)
{
    const Index conditions = designs.front().conditions.cols();
    const Index columns = conditions + codes.front().cols();
    SeriesSums sums = {conditions, Eigen::MatrixXd::Zero(columns, columns),
                       Eigen::MatrixXd::Zero(columns, series.voxels()),
                       Eigen::VectorXd::Zero(series.voxels()), 0};
    for (const std::size_t r : runs) {
        addRun(designs[r], codes[r], series.values(r), sums, progress);
        progress.step();
    }
    return sums;
}

SeriesSums conditionsOf(const SeriesSums& sums)
{
    return {sums.conditions, sums.xtx.topLeftCorner(sums.conditions, sums.conditions),
            sums.xty.topRows(sums.conditions), sums.squares, sums.freedom};
}

Index SeriesEstimates::placeOf(Index column) const
{
    const auto place = std::ranges::lower_bound(used, column);
    return place != used.end() && *place == column ? place - used.begin() : -1;
}

Eigen::MatrixXd SeriesEstimates::inverseOf(std::span<const Index> columns) const
{
    const auto count = static_cast<Index>(columns.size());
    Eigen::MatrixXd units = Eigen::MatrixXd::Zero(static_cast<Index>(used.size()), count);
    for (Index c = 0; c < count; ++c)
        if (const Index place = placeOf(columns[static_cast<std::size_t>(c)]); place >= 0)
            units(place, c) = 1;
    const Eigen::MatrixXd solved = solver->solve(units);
    return math::transposedProduct(units, solved);
}

Eigen::VectorXd SeriesEstimates::residualSquares(const SeriesSums& sums) const
{
    const Eigen::VectorXd explained = beta.cwiseProduct(sums.xty).colwise().sum().transpose();
    return (sums.squares - explained).cwiseMax(0);
}

SeriesEstimates estimate(const SeriesSums& sums)
{
    SeriesEstimates estimates;
    for (Index c = 0; c < sums.xtx.rows(); ++c)
        if (sums.xtx(c, c) > 0)
            estimates.used.push_back(c);
    estimates.solver = std::make_shared<const math::SymmetricSolver>(
        Eigen::MatrixXd(sums.xtx(estimates.used, estimates.used)));
    estimates.beta = Eigen::MatrixXd::Zero(sums.xtx.rows(), sums.xty.cols());
    estimates.beta(estimates.used, Eigen::all)
        = estimates.solver->solve(Eigen::MatrixXd(sums.xty(estimates.used, Eigen::all)));
    estimates.freedom = sums.freedom - estimates.solver->rank();
    return estimates;
}

} // namespace fusiform::glm

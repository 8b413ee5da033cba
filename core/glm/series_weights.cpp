// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_weights.h"

#include "core/glm/fit.h"
#include "core/math/blas.h"
#include "core/math/symmetric_solve.h"
#include "core/util/parallel.h"

namespace fusiform::glm {

namespace {

using Eigen::Index;
using math::Transpose;

/// XᵀX and XᵀY of the columns: conditions, then latents.
struct Sums {
    Eigen::MatrixXd xtx;
    Eigen::MatrixXd xty;
};

/// The latents' columns of a run are its trials' responses times their codes: the products of the
/// trials come first, being fewer than the latents.
void add(const SeriesRun& run, const Eigen::MatrixXd& codes,
         const Eigen::Ref<const ScanValues>& values, Sums& sums, Progress& progress)
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

    parallelBlocks(static_cast<std::size_t>(values.cols()), kBlockOfVoxels,
                   [&](std::size_t begin, std::size_t end) {
                       progress.checkpoint();
                       const auto first = static_cast<Index>(begin);
                       const auto count = static_cast<Index>(end - begin);
                       const Eigen::MatrixXd y = values.middleCols(first, count).cast<double>();
                       Eigen::MatrixXd xty = Eigen::MatrixXd::Zero(columns.cols(), count);
                       math::multiplyAdd(columns, Transpose::Yes, y, Transpose::No, xty);
                       sums.xty.block(0, first, conditions, count) += xty.topRows(conditions);
                       math::multiplyAdd(codes, Transpose::Yes, xty.bottomRows(trials),
                                         Transpose::No,
                                         sums.xty.block(conditions, first, latents, count));
                   });
}

} // namespace

std::vector<Eigen::MatrixXd> scaledTrialCodes(const KeptSeries& series, const TrainingCodes& codes,
                                              const Eigen::VectorXd& latentMean,
                                              const Eigen::VectorXd& latentSd)
{
    const Eigen::VectorXd perSd = inverseOfSd(latentMean, latentSd);
    std::vector<Eigen::MatrixXd> scaled;
    for (const SeriesRun& run : series.runs())
        scaled.push_back(codes.of(run.training) * perSd.asDiagonal());
    return scaled;
}

SeriesWeights weightsFrom(const KeptSeries& series, std::span<const Eigen::MatrixXd> codes,
                          std::span<const std::size_t> runs, Progress& progress)
{
    const auto conditions = static_cast<Index>(series.index().conditions.size());
    const Index latents = codes.front().cols();
    Sums sums = {Eigen::MatrixXd::Zero(conditions + latents, conditions + latents),
                 Eigen::MatrixXd::Zero(conditions + latents, series.voxels())};
    for (const std::size_t r : runs) {
        add(series.runs()[r], codes[r], series.values(r), sums, progress);
        progress.step();
    }

    // Columns of zeros (a face that these runs do not show, a latent that does not vary) get 0.
    std::vector<Index> used;
    for (Index c = 0; c < sums.xtx.rows(); ++c)
        if (sums.xtx(c, c) > 0)
            used.push_back(c);
    const math::SymmetricSolver solver(Eigen::MatrixXd(sums.xtx(used, used)));
    Eigen::MatrixXd beta = Eigen::MatrixXd::Zero(conditions + latents, series.voxels());
    beta(used, Eigen::all) = solver.solve(Eigen::MatrixXd(sums.xty(used, Eigen::all)));

    // The rotated columns of sealed faces depend on each other where not all are shown: that is no
    // lack of runs, so the conditions count by their rank.
    std::vector<Index> usedConditions = used;
    std::erase_if(usedConditions, [&](Index c) { return c >= conditions; });
    const math::SymmetricSolver conditionsOnly(
        Eigen::MatrixXd(sums.xtx(usedConditions, usedConditions)));
    SeriesWeights weights;
    weights.columns
        = static_cast<Index>(used.size() - usedConditions.size()) + conditionsOnly.rank();
    weights.rank = solver.rank();
    weights.matrix.resize(latents + 1, series.voxels());
    weights.matrix.topRows(latents) = beta.bottomRows(latents);
    if (const Index face = series.index().condition("train_face"); face >= 0)
        weights.matrix.row(latents) = beta.row(face);
    else
        weights.matrix.row(latents).setZero();
    return weights;
}

} // namespace fusiform::glm

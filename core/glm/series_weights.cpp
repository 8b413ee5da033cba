// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_weights.h"

#include "core/glm/fit.h"
#include "core/math/symmetric_solve.h"

namespace fusiform::glm {

using Eigen::Index;

std::vector<Eigen::MatrixXd> scaledTrialCodes(std::span<const SeriesRun> runs,
                                              const TrainingCodes& codes,
                                              const Eigen::VectorXd& latentMean,
                                              const Eigen::VectorXd& latentSd)
{
    const Eigen::VectorXd perSd = inverseOfSd(latentMean, latentSd);
    std::vector<Eigen::MatrixXd> scaled;
    for (const SeriesRun& run : runs)
        scaled.push_back(codes.of(run.training) * perSd.asDiagonal());
    return scaled;
}

std::vector<Eigen::MatrixXd> scaledTrialCodes(const KeptSeries& series, const TrainingCodes& codes,
                                              const Eigen::VectorXd& latentMean,
                                              const Eigen::VectorXd& latentSd)
{
    return scaledTrialCodes(series.runs(), codes, latentMean, latentSd);
}

SeriesWeights weightsOf(const KeptSeries& series, const SeriesSums& sums,
                        const SeriesEstimates& estimates)
{
    // The rotated columns of sealed faces depend on each other where not all are shown: that is no
    // lack of runs, so the conditions count by their rank.
    std::vector<Index> conditions = estimates.used;
    std::erase_if(conditions, [&](Index c) { return c >= sums.conditions; });
    const math::SymmetricSolver conditionsOnly(Eigen::MatrixXd(sums.xtx(conditions, conditions)));
    const Index latents = sums.xtx.rows() - sums.conditions;
    SeriesWeights weights;
    weights.columns
        = static_cast<Index>(estimates.used.size() - conditions.size()) + conditionsOnly.rank();
    weights.rank = estimates.solver->rank();
    weights.matrix.resize(latents + 1, series.voxels());
    weights.matrix.topRows(latents) = estimates.beta.bottomRows(latents);
    if (const Index face = series.index().condition("train_face"); face >= 0)
        weights.matrix.row(latents) = estimates.beta.row(face);
    else
        weights.matrix.row(latents).setZero();
    return weights;
}

SeriesWeights weightsFrom(const KeptSeries& series, std::span<const Eigen::MatrixXd> codes,
                          std::span<const std::size_t> runs, Progress& progress)
{
    const SeriesSums sums = sumsOf(series, codes, runs, progress);
    return weightsOf(series, sums, estimate(sums));
}

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/series_sums.h"

namespace fusiform::glm {

/// The codes of every run's training trials as W's rows have them: trials x latents, one matrix a
/// run, each latent divided by its standard deviation, or 0 where it does not vary.
[[nodiscard]] std::vector<Eigen::MatrixXd> scaledTrialCodes(std::span<const SeriesRun> runs,
                                                            const TrainingCodes& codes,
                                                            const Eigen::VectorXd& latentMean,
                                                            const Eigen::VectorXd& latentSd);
[[nodiscard]] std::vector<Eigen::MatrixXd> scaledTrialCodes(const KeptSeries& series,
                                                            const TrainingCodes& codes,
                                                            const Eigen::VectorXd& latentMean,
                                                            const Eigen::VectorXd& latentSd);

/// W estimated from some runs of a kept series.
struct SeriesWeights {
    Eigen::MatrixXd matrix; ///< (latents + 1) x voxels of the series, the bias last, in W's units
    Eigen::Index columns = 0; ///< of the model, those without content of their own left out
    Eigen::Index rank = 0; ///< below `columns` where the runs do not determine W
};

/// W of estimates from some runs.
[[nodiscard]] SeriesWeights weightsOf(const KeptSeries& series, const SeriesSums& sums,
                                      const SeriesEstimates& estimates);

/// Least squares of the conditions and the latents on the scans of the runs given, in that order:
/// the model of the fit, without the images. From all runs it is W, to the precision of the floats
/// that are kept.
/// @param codes of scaledTrialCodes, permuted or not
/// @throws Error{Cancelled}
[[nodiscard]] SeriesWeights weightsFrom(const KeptSeries& series,
                                        std::span<const Eigen::MatrixXd> codes,
                                        std::span<const std::size_t> runs, Progress& progress);

} // namespace fusiform::glm

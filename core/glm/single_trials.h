// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/kept_series.h"
#include "core/util/progress.h"

#include <span>

namespace fusiform::glm {

/// How the response to one trial is told from those to its neighbours.
enum class TrialMethod {
    None,
    Separate, ///< LSS (Mumford et al. 2012): a model for each trial, with one column for all others
    AllAtOnce, ///< LSA: one model with a column for every trial
};

/// The columns of a run's conditions but those named: scans x others.
[[nodiscard]] Eigen::MatrixXd conditionsWithout(const SeriesRun& run,
                                                std::span<const std::string> conditions,
                                                std::span<const std::string> leftOut);

/// Least squares with one column per event, all at once, beside `others`: events x voxels. Where
/// the events cannot be told apart, the solution of least norm; 0 where `others` leave nothing of
/// an event.
/// @param events scans x events  @param others scans x any; may be rank deficient
/// @param values scans x voxels; all three whitened and projected alike
[[nodiscard]] Eigen::MatrixXd jointResponses(const Eigen::MatrixXd& events,
                                             const Eigen::MatrixXd& others,
                                             const Eigen::Ref<const ScanValues>& values,
                                             Progress& progress);

/// The same one event after the other: each in a model with two columns, the event and the sum of
/// all the other events, beside `others`.
[[nodiscard]] Eigen::MatrixXd oneByOneResponses(const Eigen::MatrixXd& events,
                                                const Eigen::MatrixXd& others,
                                                const Eigen::Ref<const ScanValues>& values,
                                                Progress& progress);

/// The response to every training trial, in the order of the runs, each run by itself: trials x
/// voxels of the series, in percent signal. The other conditions of a run are columns of their own.
[[nodiscard]] Eigen::MatrixXf trainingPatterns(const KeptSeries& series, TrialMethod method,
                                               Progress& progress);

} // namespace fusiform::glm

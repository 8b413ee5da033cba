// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decoder_inputs.h"
#include "core/glm/kept_series.h"
#include "core/glm/voxel_selection.h"

namespace fusiform::decode {

/// Training trials and a W that was estimated without them.
struct HeldOut {
    glm::ModelFit model; ///< weights of the voxels of the series; units as those of the fit
    glm::FaceSet trials; ///< patterns of single trials; no picture twice
};

struct TrainingFold {
    std::string name; ///< of the session or run that is held out
    HeldOut outer;
    /// For what is chosen inside the fold: trials of the next one, W without both. Empty in folds
    /// that came with a fit.
    HeldOut inner;
    /// Where the criterion of the fit holds on the runs of this fold's W alone. Without a shape: it
    /// cannot be told, and the voxels of the fit are taken.
    image::VoxelSet selected;
};

/// Everything needed to recognise training faces that W has not seen.
struct TrainingFolds {
    glm::Fit fit; ///< grid and voxels of the series only
    std::vector<TrainingFold> folds;
    std::string unit; ///< "session" or "run": what is held out together
    double trialNoise = 0; ///< variance of a single trial's pattern in that of one scan
    Eigen::Index dropped = 0; ///< trials that showed a picture which W had seen elsewhere
};

struct TrainingFoldOptions {
    Eigen::Index trials = 1000; ///< at most, spread over all runs
    glm::Selection selection = {}; ///< of the fit
};

/// Holds out each session, or each run where there is but one session: W from the sums of all runs
/// less its own. Identical pictures (equal codes) stay on one side: trials whose picture was also
/// shown elsewhere are not tested. Single trials are told apart as by glm::TrialMethod::Separate.
/// The criterion is looked at among the voxels of the series only, which were selected on all runs.
/// @throws Error{Usage} with fewer than three sessions or runs, Error{BadData}, Error{Cancelled}
[[nodiscard]] TrainingFolds trainingFolds(const glm::Fit& fit, const glm::ModelFit& model,
                                          const glm::KeptSeries& series,
                                          const TrainingFoldOptions& options, Progress& progress);

/// Whether makeTrainingFolds() can make them.
[[nodiscard]] bool canHaveTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model);
/// The same from the series that the fit kept, with the criterion that it was selected by; or those
/// that came with a fit without its series.
/// @throws Error{Usage} if it has neither
[[nodiscard]] TrainingFolds makeTrainingFolds(const glm::Fit& fit, const glm::ModelFit& model,
                                              Progress& progress);

/// The criterion that a fit was selected by, as its provenance says; none: it counts voxels.
[[nodiscard]] std::optional<glm::Selection> selectionOf(const glm::Fit& fit);

} // namespace fusiform::decode

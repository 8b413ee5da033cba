// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/training_score.h"
#include "core/evaluate/open_subject.h"

namespace fusiform::evaluate {

/// How well single training faces are recognised by a W that has not seen their session, with the
/// criterion of the fit looked at inside each fold: no test face, and no selection on what is
/// tested.
struct TrainingFaces {
    std::string model;
    std::string region;
    std::string unit; ///< "session" or "run": what is held out together
    decode::TrainingScore asGiven; ///< with the fit's voxels
    std::optional<decode::TrainingScore> inFolds; ///< with voxels chosen inside each fold; none:
                                                  ///< the criterion cannot be told from some runs
};

/// Of each region; empty where the fit has neither its series nor folds.
/// @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] std::vector<TrainingFaces> trainingFaces(const OpenSubject& subject,
                                                       const OpenModel& open,
                                                       const decode::DecodeOptions& decoding,
                                                       Progress& progress);

} // namespace fusiform::evaluate

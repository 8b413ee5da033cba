// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/events.h"
#include "core/glm/hrf.h"
#include "core/glm/hrf_basis.h"

#include <Eigen/Dense>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fusiform::glm {

enum class Baseline {
    Fixation, ///< fixation events are a regressor; "face - fixation" is a difference of two
              ///< estimates
    Implicit, ///< whatever no event fills is the baseline
};
enum class OneBacks {
    Nuisance, ///< one regressor of their own
    Count, ///< as the faces they repeat (the paper's repetition counts include them)
};
enum class Imagery {
    Pooled, ///< one regressor for all imagery trials
    Trials, ///< one for each
};

struct DesignOptions {
    Baseline baseline = Baseline::Fixation;
    OneBacks oneBacks = OneBacks::Nuisance;
    std::set<std::string>
        leftOut; ///< training stimuli that must not train: leaks; they get the nuisance regressor
    Imagery imagery = Imagery::Pooled;
    HrfOptions hrf;
    Microtime microtime;
    double highPass = 128; ///< s; 0: none
};

enum class ConditionKind { TrainFace, Fixation, Nuisance, Imagery, TestFace };
struct Condition {
    std::string name; ///< "train_face", "fixation", "one_back", "left_out", "imagery" (of a
                      ///< trial: "imagery_003_1", the first of the third run), or the test face's
                      ///< file
    ConditionKind kind = ConditionKind::Nuisance;
};

/// The conditions that all runs share, latents aside: one concatenated model with one column per
/// condition and response function. SPM's serial orthogonalisation is not applied, so that W stays
/// in latent coordinates.
[[nodiscard]] std::vector<Condition> conditionsOf(const std::vector<std::vector<bids::Event>>& runs,
                                                  const DesignOptions& options);

/// Names of those columns, in their order: the conditions, then for each further response function
/// the conditions again.
[[nodiscard]] std::vector<std::string> columnNames(const std::vector<Condition>& conditions,
                                                   const HrfOptions& hrf);

/// One run's part of the model. The column of latent l is trainResponses * (latent l of
/// trainStimuli), for each response function.
struct RunDesign {
    Eigen::MatrixXd conditions; ///< scans x (response functions x conditions), see columnNames()
    Eigen::MatrixXd
        trainResponses; ///< scans x (response functions x training trials), in that order
    std::vector<std::string> trainStimuli; ///< of the training trials
    std::vector<std::size_t> trainEvents; ///< the training trials' places among the events
    std::vector<std::size_t> testEvents; ///< those of the showings of test faces
    Eigen::MatrixXd nuisance; ///< scans x (constant, cosines, confounds less their mean)
    std::size_t clippedEvents = 0; ///< events that end after the last scan
};
/// @param confounds scans x any number (motion); may have no columns.
/// @param run its place among the runs that the conditions come from
[[nodiscard]] RunDesign designOfRun(const std::vector<bids::Event>& events,
                                    const std::vector<Condition>& conditions, double repetitionTime,
                                    Eigen::Index scans, const Eigen::MatrixXd& confounds,
                                    const DesignOptions& options, std::size_t run = 0);

} // namespace fusiform::glm

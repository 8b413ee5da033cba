// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fusiform::preprocess {

enum class Verdict { Keep, Drop };

/// That a run is to be used or not: who said so, when and why.
struct RunDecision {
    std::string run; ///< "sub-01_ses-01_task-faces_run-01"
    Verdict verdict = Verdict::Keep;
    std::string who;
    std::string when; ///< ISO 8601, UTC
    std::string why; ///< may be empty
};

/// All decisions in order, out of runs.json in a folder of derivatives; none if there is no such
/// file. @throws Error{BadData}
[[nodiscard]] std::vector<RunDecision> readRunDecisions(const std::filesystem::path& folder);
/// Adds one; earlier ones stay as a record. An empty `when` becomes now, an empty `who` the user.
void recordRunDecision(const std::filesystem::path& folder, RunDecision decision);
/// The runs whose last decision was to drop them, by name.
[[nodiscard]] std::map<std::string, RunDecision> droppedRuns(const std::filesystem::path& folder);

/// Takes the dropped runs out of a subject's, saying so for each: what a fit goes by. The decisions
/// are those in derivatives/fusiform of the study, whichever images are used.
void leaveOutDroppedRuns(bids::Subject& subject, const std::filesystem::path& studyRoot,
                         Progress& progress);

} // namespace fusiform::preprocess

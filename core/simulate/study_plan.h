// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulate/schedule.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::simulate {

/// The size and the strength of a simulated study. A zero means what the scale says.
struct StudyOptions {
    std::string scale = "small"; ///< or "paper": the size of ds001761
    std::int64_t subjects = 1;
    std::int64_t sessions = 0; ///< 2, or 8
    std::int64_t runs = 0; ///< face runs a session: 5, or those of ds001761 (11 to 14)
    std::int64_t extraFaces = 1000; ///< at most so many portraits that are never shown
    double voxelSize = 0; ///< mm: 4, or 3 x 3 x 3.2
    double signal = 1; ///< strength of the face code; 0: responses tell nothing of the face
    double noise = 1; ///< of scanner and physiology
    double motion = 1; ///< of the head
    std::int64_t seed = 1;

    [[nodiscard]] bool isPaper() const { return scale == "paper"; }
};

/// The portraits to draw from.
struct Portraits {
    std::vector<std::filesystem::path> files;
    std::vector<bool> isMale;
};

/// A picture as shown: a portrait, or a variation of one where there are not enough.
struct ShownPicture {
    std::size_t portrait = 0;
    int variation = 0; ///< 0: the portrait itself
    std::vector<std::string> paths; ///< under stimuli/; test faces lie in every run's folder
};

struct PlannedRun {
    std::string session; ///< "ses-01"
    bool isLocalizer = false;
    int number = 1;
    std::string name; ///< "sub-01_ses-01_task-faces_run-01"
    int volumes = 195;
    int plannedVolumes = 195; ///< before the scan was cut short
    double clock = 0; ///< s after midnight
    std::vector<PlannedEvent> events;
};

struct SubjectPlan {
    std::string label; ///< "sub-01"
    std::string stimulusFolder; ///< "sub01"
    std::vector<std::string> sessions;
    std::vector<ShownPicture> pictures; ///< different contents
    std::vector<std::size_t> testFaces; ///< of `pictures`
    std::vector<std::size_t> imageryCandidates;
    std::size_t imagined = 0; ///< one of the candidates
    std::string leak; ///< the training path whose picture is a test face
    std::vector<PlannedRun> runs; ///< in order of acquisition
};

/// Who sees what when: the labels, counts, orders and oddities of ds001761 (methods 1.4 to 1.6).
/// The same options give the same plan.
/// @throws Error{Usage} if there are too few portraits.
[[nodiscard]] SubjectPlan planSubject(const StudyOptions& options, std::int64_t subject,
                                      const Portraits& portraits);

} // namespace fusiform::simulate

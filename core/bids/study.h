// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/file_state.h"
#include "core/util/progress.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fusiform::bids {

/// One functional run: the files that share its name. A path is empty where there is no such file.
struct Run {
    std::string session; ///< "ses-01", or empty
    std::string task; ///< "faces", "loc"
    int number = 1;
    std::string name; ///< "sub-01_ses-01_task-faces_run-01"
    std::filesystem::path bold;
    std::filesystem::path sidecar;
    std::filesystem::path events;
    FileState boldState = FileState::Missing;
};

struct Anatomy {
    std::string session;
    std::filesystem::path file;
    FileState state = FileState::Missing;
};

struct Subject {
    std::string label; ///< "sub-01"
    std::vector<std::string> sessions;
    std::vector<Run>
        faceRuns; ///< task "faces" (or the study's only task), in order of session and run
    std::vector<Run> localizerRuns; ///< task "loc"
    std::vector<Anatomy> anatomies; ///< T1w
};

enum class Severity { Note, Warning, Error };

/// Something a user should know of a study; the rest of it can be used.
struct Problem {
    Severity severity = Severity::Warning;
    std::string kind; ///< stable: "no_images", "not_downloaded", "events_after_scan", ...
    Text message;
    std::vector<std::filesystem::path> files; ///< relative to the study
};

struct Study {
    std::filesystem::path root;
    std::string name; ///< of dataset_description.json
    std::vector<std::string> subjectLabels;
};

/// Opens a study: lists its subjects and nothing more, so that thousands open at once.
/// @throws Error{BadData} if the folder is not there, not readable or holds no subject.
[[nodiscard]] Study openStudy(const std::filesystem::path& root);
/// Looks at the files of one subject. @throws Error{Usage} naming the subjects there are.
[[nodiscard]] Subject indexSubject(const Study& study, const std::string& label);

/// The same for a choice of the user; nothing chosen is enough where there is only one subject.
/// @throws Error{Usage} if there are several.
[[nodiscard]] Subject chosenSubject(const Study& study, const std::string& label);
/// The first T1 image that is here, or an empty path.
[[nodiscard]] std::filesystem::path firstAnatomy(const Subject& subject);

/// The picture of an event's stimulus.
[[nodiscard]] std::filesystem::path stimulusFile(const Study& study, const std::string& stimulus);

/// What the sidecar of a run says; the header's repetition time is used where it is silent.
struct Sidecar {
    std::optional<double> repetitionTime; ///< s
    std::vector<double>
        sliceTiming; ///< s, in the order of the third voxel axis; empty if not given
    std::optional<double>
        acquisitionSeconds; ///< AcquisitionTime, s after midnight (fields need no zeros)
};
[[nodiscard]] Sidecar readSidecar(const std::filesystem::path& file);

} // namespace fusiform::bids

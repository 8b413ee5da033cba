// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"
#include "core/session/fit_place.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

namespace fusiform::session {

/// The version that is written. Older ones are read; newer ones are refused with words.
constexpr int kVersion = 1;

/// What a .fusiform file says of itself in its session.json. The file is a zip archive:
///   session.json      this
///   journal.jsonl     everything that was done (core/journal): regions, undo, provenance
///   thumbnail.png     the window, small
///   regions/NN-NAME.nii   each region as a mask on the fit's grid, for other programs
///   data/...          the fit, if it was saved with its data
struct SessionFile {
    std::string version; ///< of the program that wrote it
    std::string saved; ///< UTC, ISO 8601
    FitReference fit;
    /// What the window showed, for the window: cursor, camera, map, layout.
    Json view = Json::object();
};

/// By its content, not by its name. Only a look: it may be damaged further in.
[[nodiscard]] bool isSession(const std::filesystem::path& file);
/// @throws Error{BadData}; of a newer version too, with words
[[nodiscard]] SessionFile readSession(const std::filesystem::path& file);
/// A PNG; empty if there is none or it is larger than a thumbnail may be. @throws Error{BadData}
[[nodiscard]] std::string readThumbnail(const std::filesystem::path& file);
/// Writes its journal into a new file, as one of the fit in `fit` where that is not empty. @throws
/// Error{BadData}
void unpackJournal(const std::filesystem::path& file, const std::filesystem::path& journal,
                   const std::filesystem::path& fit, Progress& progress);
/// Its journal played again, to be looked at. @throws Error{BadData} naming the line
[[nodiscard]] journal::Journal replayedJournal(const std::filesystem::path& file,
                                               Progress& progress);
/// Puts the fit that it carries into a new folder, whole or not at all. @throws Error{BadData} if
/// it carries none, or it is not the fit that the session is about; Error{Usage} if the folder is
/// there already, Error{Cancelled}
void unpackData(const std::filesystem::path& file, const std::filesystem::path& folder,
                Progress& progress);
/// What `info` prints.
[[nodiscard]] Json describeSession(const std::filesystem::path& file);

/// session.json as text, and back. @param file names it in messages
[[nodiscard]] std::string manifestText(const SessionFile& session);
/// @throws Error{BadData}
[[nodiscard]] SessionFile sessionFrom(std::string_view manifest, const std::filesystem::path& file);

} // namespace fusiform::session

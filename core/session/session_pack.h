// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/document.h"
#include "core/session/session_file.h"

namespace fusiform::session {

/// A session as it is at one moment: a value that is written while the work goes on.
struct Snapshot {
    std::string time; ///< UTC, ISO 8601
    std::filesystem::path fit; ///< its folder
    std::string subject;
    image::Grid grid;
    std::string journal; ///< its lines
    std::shared_ptr<const journal::Document> document; ///< at the journal's end
    std::string thumbnail; ///< PNG, or empty
    Json view = Json::object();
};

enum class Data { Apart, Inside };

/// Writes a .fusiform file beside its name, then renames: the old one stays until the new one is
/// whole. Apart, the fit is named by its way from the session's folder and by its content; inside,
/// every file of the fit goes along. No path of this machine is written.
/// @throws Error{Failure}, Error{Cancelled}
void writeSession(const std::filesystem::path& file, const Snapshot& snapshot, Data data,
                  Progress& progress);

} // namespace fusiform::session

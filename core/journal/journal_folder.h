// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fusiform::journal {

/// A name for a new journal: by the time and the process, so that names in order are in the order
/// of their beginning.
[[nodiscard]] std::filesystem::path newJournalName(const std::filesystem::path& folder);

/// The journals of a folder, newest first.
[[nodiscard]] std::vector<std::filesystem::path> journalsIn(const std::filesystem::path& folder);

/// A session that can be gone on with.
struct LastSession {
    std::filesystem::path file;
    std::string lastTime; ///< of its last whole line; UTC, ISO 8601
    bool isClosed = false; ///< it ended in order
};
/// The session in a folder of journals that did something to a fit last, of those that began with
/// the document of this hash. Files that cannot be read, and those that a running program writes,
/// do not count.
[[nodiscard]] std::optional<LastSession> lastSession(const std::filesystem::path& folder,
                                                     const std::filesystem::path& fit,
                                                     const std::string& startHash);

/// Removes all journals of a folder but the newest `most`, and those that are being written.
void removeOldJournals(const std::filesystem::path& folder, std::size_t most);

} // namespace fusiform::journal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal_folder.h"

namespace fusiform::session {

/// The journal in a folder that goes on where a session's own ends, and was written last: work that
/// did not get into the session's file, because the program died or the user left it. It is known
/// by its content: it holds the session's lines, and more.
/// @param sessionJournal a copy of the session's journal @throws Error if that cannot be read
[[nodiscard]] std::optional<journal::LastSession>
unsavedWork(const std::filesystem::path& folder, const std::filesystem::path& sessionJournal);

} // namespace fusiform::session

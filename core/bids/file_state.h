// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace fusiform::bids {

/// What is at a path. "Not downloaded" is an ordinary state of a file in a DataLad or git-lfs
/// study.
enum class FileState {
    Present,
    Missing, ///< no entry of that name
    NotDownloaded, ///< a git-annex link or a git-lfs pointer: the content is elsewhere
    BrokenLink, ///< a link to nothing that git-annex did not make
    Unreadable, ///< no permission
};

[[nodiscard]] FileState fileState(const std::filesystem::path& file);
/// The command that fetches a file which is not downloaded, to be run in the study's folder.
[[nodiscard]] std::string fetchCommand(const std::filesystem::path& file);

} // namespace fusiform::bids

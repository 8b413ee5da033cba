// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace fusiform::session {

/// Which fit a session is about, and where it was.
struct FitReference {
    std::filesystem::path place; ///< from the session's folder; empty: the session carries its data
    std::string subject;
    std::string hash; ///< fitHash() of it
};

/// SHA-256 of a fit's fit.json, which states codes, counts, options and the hashes of what it was
/// made from: it stays what it is wherever the fit is moved, and whatever is opened or added later.
/// @throws Error{BadData} if the folder is no fit
[[nodiscard]] std::string fitHash(const std::filesystem::path& folder);

/// The fit where the session says that it is, or one of `others`; none if it is another fit by its
/// content, or is not there.
[[nodiscard]] std::optional<std::filesystem::path>
placeOf(const FitReference& fit, const std::filesystem::path& session,
        std::span<const std::filesystem::path> others);

/// Looks below a folder, nearest first, at most seven folders deep; links are not followed.
/// @throws Error{Cancelled}
[[nodiscard]] std::optional<std::filesystem::path>
searchFit(const FitReference& fit, const std::filesystem::path& folder, Progress& progress);

} // namespace fusiform::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/fit_place.h"

#include "core/glm/fit.h"
#include "core/util/error.h"
#include "core/util/hash.h"

#include <algorithm>
#include <vector>

namespace fusiform::session {

namespace {

namespace fs = std::filesystem;

bool isThisFit(const fs::path& folder, const FitReference& fit)
try {
    return glm::isFit(folder) && fitHash(folder) == fit.hash;
} catch (const Error&) {
    return false; // what cannot be read is not it
}

/// In order, so that the same tree gives the same answer.
std::vector<fs::path> foldersIn(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code unreadable;
    for (fs::directory_iterator at(folder, unreadable), end; !unreadable && at != end;
         at.increment(unreadable))
        if (std::error_code unknown; at->is_directory(unknown) && !at->is_symlink(unknown))
            folders.push_back(at->path());
    std::ranges::sort(folders);
    return folders;
}

} // namespace

std::string fitHash(const fs::path& folder) { return fileHash(folder / "fit.json"); }

std::optional<fs::path> placeOf(const FitReference& fit, const fs::path& session,
                                std::span<const fs::path> others)
{
    if (!fit.place.empty()) {
        fs::path there = (fs::absolute(session).parent_path() / fit.place).lexically_normal();
        if (isThisFit(there, fit))
            return there;
    }
    const auto other
        = std::ranges::find_if(others, [&](const fs::path& one) { return isThisFit(one, fit); });
    return other == others.end() ? std::nullopt : std::optional(*other);
}

std::optional<fs::path> searchFit(const FitReference& fit, const fs::path& folder,
                                  Progress& progress)
{
    constexpr int kDeepest = 7;
    progress.begin(FUSIFORM_TR("core", "Looking for the fit of %1").arg(fit.subject));
    std::vector<fs::path> level = {folder};
    for (int depth = 0; depth <= kDeepest && !level.empty(); ++depth) {
        std::vector<fs::path> next;
        for (const fs::path& one : level) {
            progress.step();
            if (isThisFit(one, fit))
                return one;
            std::ranges::move(foldersIn(one), std::back_inserter(next));
        }
        level = std::move(next);
    }
    return std::nullopt;
}

} // namespace fusiform::session

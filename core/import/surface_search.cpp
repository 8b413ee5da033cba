// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/surface_search.h"

#include "core/io/surface_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;

std::string sideOfWord(const std::string& word)
{
    constexpr std::array kLeft = {"lh", "hemi-l", "l"};
    constexpr std::array kRight = {"rh", "hemi-r", "r"};
    if (std::ranges::find(kLeft, word) != kLeft.end())
        return "lh";
    return std::ranges::find(kRight, word) != kRight.end() ? "rh" : "";
}

bool isSurfaceName(const fs::path& file, const SurfaceNameParts& parts, const std::string& kind)
{
    if (std::ranges::find(parts.after, kind) == parts.after.end())
        return false;
    // FreeSurfer's have nothing after the kind: lh.white.preaparc is something else.
    const std::string name = lowerCase(file.filename().string());
    return parts.after.size() == 1 || name.ends_with(".gii") || name.ends_with(".gii.gz");
}

bool hasVertices(const fs::path& file, std::optional<std::size_t> wanted)
{
    try {
        const std::size_t vertices = io::surfaceVertices(file);
        return !wanted || vertices == *wanted;
    } catch (const Error&) {
        return false; // a file of another kind; what was looked for is said if nothing fits
    }
}

/// The surface of a kind with the shortest name; empty: there is none.
fs::path surfaceIn(const fs::path& folder, const SurfaceNameParts& labels, const std::string& kind,
                   std::optional<std::size_t> vertices)
{
    std::error_code error;
    std::error_code ignored; // of a link to nothing, for instance
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const SurfaceNameParts parts = surfaceNameParts(entry->path());
        if (parts.side == labels.side && parts.before == labels.before
            && isSurfaceName(entry->path(), parts, kind) && entry->is_regular_file(ignored))
            found.push_back(entry->path());
    }
    std::ranges::sort(found, {}, [](const fs::path& file) {
        const std::string name = file.filename().string();
        return std::pair(name.size(), name);
    });
    const auto first
        = std::ranges::find_if(found, [&](const fs::path& f) { return hasVertices(f, vertices); });
    return first == found.end() ? fs::path() : *first;
}

} // namespace

SurfaceNameParts surfaceNameParts(const fs::path& file)
{
    const std::string name = file.filename().string();
    SurfaceNameParts parts;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find_first_of("._", begin), name.size());
        const std::string word = lowerCase(name.substr(begin, end - begin));
        if (!parts.side.empty()) {
            parts.after.push_back(word);
        } else if (parts.side = sideOfWord(word); !parts.side.empty()) {
            parts.before = name.substr(0, begin);
            parts.sideWord = name.substr(begin, end - begin);
        }
        begin = end + 1;
    }
    return parts;
}

std::string sideOf(const fs::path& file) { return surfaceNameParts(file).side; }

LabelledSurfaceFiles findSurfaces(const fs::path& labels)
{
    const SurfaceNameParts parts = surfaceNameParts(labels);
    if (parts.side.empty())
        throw badData(labels,
                      FUSIFORM_TR("core", "a name that tells the side (lh., rh., hemi-L, hemi-R), "
                                          "by which its surfaces are found"),
                      FUSIFORM_TR("core", "%1 (or name them with --surface and --pial)")
                          .arg(labels.filename().string()));
    const auto vertices = io::labelledVertices(labels);
    const fs::path beside = labels.has_parent_path() ? labels.parent_path() : fs::path(".");
    const fs::path surf = beside / ".." / "surf";
    for (const fs::path& folder : {surf, beside}) {
        const fs::path white = surfaceIn(folder, parts, "white", vertices);
        const fs::path pial = surfaceIn(folder, parts, "pial", vertices);
        if (!white.empty() && !pial.empty())
            return {labels, white, pial};
    }
    for (const fs::path& folder : {surf, beside})
        if (fs::path middle = surfaceIn(folder, parts, "midthickness", vertices); !middle.empty())
            return {labels, middle, {}};
    throw badData(
        labels,
        FUSIFORM_TR("core", "its surfaces in ../surf or beside it: %1 with white and pial, or with "
                            "midthickness, in the name, and as many vertices as it has")
            .arg(parts.before + parts.sideWord),
        FUSIFORM_TR("core", "none (or name them with --surface and --pial)"));
}

} // namespace fusiform::import

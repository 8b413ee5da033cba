// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::import {

/// Labels of vertices and the surfaces they belong to.
struct LabelledSurfaceFiles {
    std::filesystem::path labels;
    std::filesystem::path surface; ///< the white surface, or the only one
    std::filesystem::path pial; ///< empty: there is only one
};

/// A file's name, taken apart at the word that tells the side.
struct SurfaceNameParts {
    std::string before; ///< "sub-01_"
    std::string sideWord; ///< "hemi-L"
    std::string side; ///< "lh", "rh"; empty: there is no such word
    std::vector<std::string> after; ///< words, small letters
};
[[nodiscard]] SurfaceNameParts surfaceNameParts(const std::filesystem::path& file);

/// "lh" or "rh" by the name of a file: lh.aparc.annot, sub-01_hemi-L_..., 100307.L.aparc...; empty:
/// the name does not tell.
[[nodiscard]] std::string sideOf(const std::filesystem::path& file);

/// Looks for the surfaces of a file of labels: in ../surf, where FreeSurfer puts them, then beside
/// it. Names have to begin alike up to the side, and have the word white, pial or midthickness
/// after it: lh.white, sub-01_hemi-L_white.surf.gii, 100307.L.white.32k_fs_LR.surf.gii. A pair of
/// white and pial is better than a midthickness; of several the shortest name is taken. Surfaces
/// with another number of vertices than the labels do not count.
/// @throws Error{BadData} saying what was looked for.
[[nodiscard]] LabelledSurfaceFiles findSurfaces(const std::filesystem::path& labels);

} // namespace fusiform::import

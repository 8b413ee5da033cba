// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/io/eye_positions.h"
#include "core/util/error.h"
#include "core/util/progress.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fusiform::io {

/// How pictures become the square faces that a model takes.
struct FaceCrop {
    int size = 0; ///< side of the square, pixels
    /// Faces are put in place by their eyes; null: the largest centred square, resized.
    std::shared_ptr<const EyePositions> eyes = {};

    /// As models keep it: "eyes" or "centre".
    [[nodiscard]] std::string name() const { return eyes ? "eyes" : "centre"; }
};

/// @throws Error{BadData} naming the picture if it cannot be read, or if its eyes are wanted but
/// not known, at one place, outside the picture, or the left one is to the right of the other.
[[nodiscard]] image::Picture readFace(const std::filesystem::path& file, const FaceCrop& crop);
/// In parallel, in the order of `files`. @throws as readFace
[[nodiscard]] std::vector<image::Picture> readFaces(std::span<const std::filesystem::path> files,
                                                    const FaceCrop& crop, Progress& progress);
/// The same, without the files that cannot be read as faces: what is wrong with each comes into
/// `skipped`, and `files` keeps those that were read. No stage of its own: a step a file.
[[nodiscard]] std::vector<image::Picture>
readReadableFaces(std::vector<std::filesystem::path>& files, const FaceCrop& crop,
                  std::vector<Error>& skipped, Progress& progress);

} // namespace fusiform::io

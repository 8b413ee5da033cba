// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/io/face_file.h"

#include <filesystem>
#include <span>

namespace fusiform::task {

/// Latent codes of pictures, one row each, in the order of `files`. A stage of its own; pictures
/// are read in portions, so that thousands of them do not have to be in memory at once.
/// @throws Error{BadData} naming a picture that cannot be read
[[nodiscard]] Eigen::MatrixXd codesOfFiles(const face_model::FaceModel& model,
                                           std::span<const std::filesystem::path> files,
                                           Progress& progress);

/// Codes of the pictures that could be read, and what is wrong with the others.
struct ReadableCodes {
    std::vector<std::filesystem::path> files;
    Eigen::MatrixXd codes; ///< files x latents
    std::vector<Error> skipped;
};
/// The same as codesOfFiles, but goes on without pictures that cannot be read as `crop` wants them.
/// @throws Error{BadData} of the first if none can
[[nodiscard]] ReadableCodes codesOfReadable(const face_model::FaceModel& model,
                                            const std::vector<std::filesystem::path>& files,
                                            const io::FaceCrop& crop, Progress& progress);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"

#include <filesystem>
#include <span>

namespace fusiform::task {

/// Latent codes of pictures, one row each, in the order of `files`. A stage of its own; pictures
/// are read in portions, so that thousands of them do not have to be in memory at once.
/// @throws Error{BadData} naming a picture that cannot be read
[[nodiscard]] Eigen::MatrixXd codesOfFiles(const face_model::FaceModel& model,
                                           std::span<const std::filesystem::path> files,
                                           Progress& progress);

} // namespace fusiform::task

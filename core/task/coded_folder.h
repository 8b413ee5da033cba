// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"

#include <filesystem>
#include <vector>

namespace fusiform::task {

/// The codes of all pictures of a folder.
struct CodedFolder {
    std::vector<std::filesystem::path> files;
    Eigen::MatrixXd codes; ///< files x latents
    std::vector<std::filesystem::path> skipped; ///< could not be read
};

/// Codes the pictures of a folder, or takes their codes from `cache` if the same files (names,
/// sizes, times of change) were coded by the same model before. Pictures that cannot be read are
/// left out. A cache that cannot be written or read is done without.
/// @throws Error{BadData} if there is no such folder or no picture in it.
[[nodiscard]] CodedFolder codedFolder(const face_model::FaceModel& model,
                                      const std::filesystem::path& folder,
                                      const std::filesystem::path& cache, Progress& progress);

} // namespace fusiform::task

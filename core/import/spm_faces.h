// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"
#include "core/glm/patterns.h"
#include "core/import/spm_columns.h"

namespace fusiform::import {

/// Where the codes and pictures of test faces come from; each may be empty.
struct TestFaceSources {
    std::filesystem::path codes; ///< table as `encode` writes it: names, then the codes
    std::filesystem::path pictures; ///< folder
    const face_model::FaceModel* model = nullptr; ///< codes the pictures where there is no table
};

/// The test faces with their codes and without patterns, in the order of `names`. Names are
/// compared without folder, extension and case: "F1145" is "F1145.jpg". Codes are NaN where they
/// are not known.
/// @throws Error{BadData} if a face lacks its row or picture, or the table has not `latents` codes.
[[nodiscard]] glm::FaceSet testFaces(const std::vector<std::string>& names, Index latents,
                                     const TestFaceSources& sources, Progress& progress);

} // namespace fusiform::import

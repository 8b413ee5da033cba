// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/sealed_faces.h"

namespace fusiform::import {

/// "sub-01" from what the user said or, where that is empty, from the folder's path; else the
/// folder's own name.
[[nodiscard]] std::string subjectName(const std::filesystem::path& folder, const std::string& said);

/// Halves of faces without runs: every second one of each sex (the first letter) is sealed.
[[nodiscard]] stats::FaceSplit splitByNames(const std::vector<std::string>& names);

/// The faces of those names, in their order.
[[nodiscard]] glm::FaceSet facesCalled(const glm::FaceSet& all,
                                       const std::vector<std::string>& names);

/// One standard deviation for all latents, where that of the training faces is not known: what the
/// codes of other faces have, about 0. 1 if they say nothing.
[[nodiscard]] double typicalDeviation(const Eigen::MatrixXd& codes);

} // namespace fusiform::import

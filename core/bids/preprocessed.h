// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::bids {

/// Folders of results below derivatives/ of a study: Fusiform's own first, then fMRIPrep's, then
/// others by name.
[[nodiscard]] std::vector<std::filesystem::path>
pipelineFolders(const std::filesystem::path& studyRoot);

/// The realigned image of a run in one folder of results, or an empty path.
/// @param space "native" for the scanner's own, or the name of a space: "T1w", ...
[[nodiscard]] std::filesystem::path preprocessedImage(const std::filesystem::path& pipeline,
                                                      const std::string& subject, const Run& run,
                                                      const std::string& space);
/// Its table of confounds there, or an empty path.
[[nodiscard]] std::filesystem::path confoundsTable(const std::filesystem::path& pipeline,
                                                   const std::string& subject, const Run& run);

} // namespace fusiform::bids

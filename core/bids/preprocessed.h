// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::bids {

/// The program that made a folder of results: the first of GeneratedBy in its
/// dataset_description.json (before BIDS 1.4 PipelineDescription); where that does not say, the
/// folder's name.
[[nodiscard]] std::string pipelineName(const std::filesystem::path& pipeline);

/// Folders of results below derivatives/ of a study: Fusiform's own first, then fMRIPrep's, then
/// others, by the program's name and then the folder's.
[[nodiscard]] std::vector<std::filesystem::path>
pipelineFolders(const std::filesystem::path& studyRoot);

/// The realigned image of a run in one folder of results, or an empty path. Names are compared
/// entity by entity: "run-1" is "run-01", a single echo of several is not the run's image.
/// @param space "native" for the scanner's own, or the name of a space, "T1w", with a resolution
/// where there are several: "MNI152NLin2009cAsym:res-2".
/// @throws Error{BadData} if several images fit.
[[nodiscard]] std::filesystem::path preprocessedImage(const std::filesystem::path& pipeline,
                                                      const std::string& subject, const Run& run,
                                                      const std::string& space);
/// The mask of the brain that belongs to it, or an empty path.
[[nodiscard]] std::filesystem::path brainMask(const std::filesystem::path& pipeline,
                                              const std::string& subject, const Run& run,
                                              const std::string& space);
/// Its table of confounds there, by the present name or the older one, or an empty path.
[[nodiscard]] std::filesystem::path confoundsTable(const std::filesystem::path& pipeline,
                                                   const std::string& subject, const Run& run);

} // namespace fusiform::bids

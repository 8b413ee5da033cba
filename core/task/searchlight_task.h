// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `searchlight FIT`: how well faces can be told apart around every voxel.
struct SearchlightTaskOptions {
    std::filesystem::path fit;
    std::filesystem::path out; ///< an image
    std::string model; ///< of the fit; empty: the first
    std::string faces = "explore"; ///< or "cv"
    double radius = 8; ///< mm
    std::int64_t permutations = 0;
    double level = 0.05;
    std::int64_t fewestVoxels = 10;
    std::string decoder = "ridge";
    std::optional<double> ridge; ///< default 0.1
    std::string scoreUnits = "model";
    std::int64_t seed = 1;
    bool keepPart = false;
    bool overwrite = false;
};
void describe(SearchlightTaskOptions& options, Fields& fields);
[[nodiscard]] Outcome runSearchlight(const SearchlightTaskOptions& options, Progress& progress);

} // namespace fusiform::task

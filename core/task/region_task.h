// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `region make`: regions of an atlas on the grid of a fit.
struct RegionOptions {
    std::string action = "make";
    std::filesystem::path fit;
    std::filesystem::path atlas; ///< a label image
    std::filesystem::path names; ///< empty: a file beside the atlas
    std::vector<std::string> labels; ///< names or numbers; empty: all
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(RegionOptions& options, Fields& fields);
[[nodiscard]] Outcome runRegion(const RegionOptions& options, Progress& progress);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `map FIT --kind KIND`: what each voxel says, as an image.
struct MapOptions {
    std::filesystem::path fit;
    std::string kind = "evidence";
    std::filesystem::path out;
    std::string model; ///< of the fit; empty: the first
    std::string face; ///< evidence: decoded; similarity: liked
    std::string chosen; ///< evidence: for this face; empty: the decoded one itself
    std::string over; ///< evidence: against this face; empty: the mean of the others
    std::string region = "selected"; ///< evidence
    std::string decoder = "ridge";
    std::optional<double> ridge; ///< default 0.1
    std::string scoreUnits = "model";
    std::string attribute;
    std::filesystem::path axes; ///< empty: beside the model
    double level = 0.05; ///< of the false discovery rate
    std::string fdr = "bh";
    bool overwrite = false;
};
void describe(MapOptions& options, Fields& fields);
[[nodiscard]] Outcome runMap(const MapOptions& options, Progress& progress);

} // namespace fusiform::task

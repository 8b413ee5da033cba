// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `region make`: regions of an atlas (a label image, or labels of the cortical surface), or the
/// thirds of the selected voxels, on the grid of a fit.
struct RegionOptions {
    std::string action = "make";
    std::filesystem::path fit;
    std::vector<std::filesystem::path> atlases; ///< a label image, or labels of surfaces
    std::filesystem::path names; ///< empty: a file beside the atlas
    /// White surfaces, or the only ones, in the order of the labels; empty: looked for.
    std::vector<std::filesystem::path> surfaces;
    std::vector<std::filesystem::path> pials; ///< in the same order
    double depthFrom = 0; ///< of the way from the white to the pial surface
    double depthTo = 1;
    std::vector<std::string> labels; ///< names or numbers; empty: all
    bool thirds = false;
    std::string model; ///< of the thirds; empty: the first
    std::optional<double> occipitalBehind; ///< y in mm; none: equal thirds
    std::optional<double> temporalBelow; ///< z in mm; none: equal thirds
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(RegionOptions& options, Fields& fields);
[[nodiscard]] Outcome runRegion(const RegionOptions& options, Progress& progress);

} // namespace fusiform::task

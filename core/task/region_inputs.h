// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/region_file.h"
#include "core/roi/spread.h"
#include "core/task/region_task.h"

namespace fusiform::task {

[[nodiscard]] import::RegionFileOptions fileOptions(const RegionOptions& options);
[[nodiscard]] roi::Neighbours neighboursOf(const RegionOptions& options);

/// A region of the fit by its name (whatever the case), or a file.
/// @throws Error{Usage} listing the names if it is neither
[[nodiscard]] roi::Region regionCalled(const std::string& name, const glm::Fit& fit,
                                       const RegionOptions& options, Progress& progress);

/// A map on the grid of the fit, and what to call it.
struct NamedMap {
    std::string name; ///< "t", "t.nii.gz", "localizer face - object"
    image::Volume values;
};
/// The map of --map; t if it is not said. Warns of a map on another grid, which is interpolated,
/// and of a localizer of another subject.
[[nodiscard]] NamedMap mapOf(const glm::Fit& fit, const RegionOptions& options, Progress& progress);

/// The image whose grid --like names; the T1 image of the fit if it says t1.
[[nodiscard]] std::filesystem::path likeImage(const glm::Fit& fit, const RegionOptions& options);

} // namespace fusiform::task

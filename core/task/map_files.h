// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/util/fields.h"

namespace fusiform::task {

/// "map.nii.gz" becomes "map_q.nii.gz" with the ending "_q.nii.gz", and "map.json" with ".json".
[[nodiscard]] std::filesystem::path besideMap(const std::filesystem::path& map,
                                              const std::string& ending);

/// The number of values, the largest and the smallest with where they are: `voxels`, `peak_value`,
/// `peak_mm`, `lowest_value`, `lowest_mm`; null without a value. Of equals the first in the grid.
[[nodiscard]] Json extremesOf(const glm::Fit& fit, std::span<const float> values);

/// Writes one value per voxel of a fit; NaN elsewhere.
void writeVoxels(const std::filesystem::path& file, const glm::Fit& fit,
                 std::span<const float> values, const std::string& description);

/// Writes what a map is and how it was made beside it.
void writeSidecar(const std::filesystem::path& map, const Fields& options, const Json& result);

} // namespace fusiform::task

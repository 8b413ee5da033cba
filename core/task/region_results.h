// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/atlas.h"
#include "core/task/task.h"

#include <optional>

namespace fusiform::task {

/// What the keys of a region say, the same for every action: name, voxels, volume_mm3, centre_mm,
/// box_mm (least and greatest coordinates of the voxels' centres), peak_mm, peak_value (null
/// without a map or a value), hash, made.
[[nodiscard]] Json describeRegion(const roi::Region& region, const image::Grid& grid,
                                  const std::optional<image::Volume>& map);

/// Whether a name is that of a mask file: .nii or .nii.gz.
[[nodiscard]] bool isMaskName(const std::filesystem::path& file);
/// @throws Error{Usage} if it is not
void requireMaskName(const std::filesystem::path& file);

/// One region as a mask file on the grid of the fit; the keys of the region and "out".
/// @throws Error{Usage} if the file exists and may not be replaced, or the region has no voxel
[[nodiscard]] Outcome writeRegion(const roi::Region& region, const image::Volume& map,
                                  const std::filesystem::path& file, bool overwrite);
/// Regions as a folder of masks with the table that BIDS puts beside a label image.
/// @throws Error{Usage} if the folder exists and may not be replaced
[[nodiscard]] Outcome writeRegions(const std::vector<import::AtlasRegion>& regions,
                                   const image::Volume& map, const std::filesystem::path& folder,
                                   bool overwrite);

/// "NAME: 12 voxels (96 mm³) round 4, -50, 8 mm", for a person.
[[nodiscard]] std::string regionText(const Json& described);

} // namespace fusiform::task

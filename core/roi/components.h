// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"
#include "core/roi/spread.h"

namespace fusiform::roi {

/// The connected pieces of a set, the largest first; of equals the one that begins earlier in the
/// grid. Empty for an empty set.
[[nodiscard]] std::vector<image::VoxelSet> components(const image::VoxelSet& set,
                                                      Neighbours neighbours);
/// The first of these; empty for an empty set.
[[nodiscard]] image::VoxelSet largestComponent(const image::VoxelSet& set, Neighbours neighbours);
/// Without the pieces of fewer than `least` voxels.
[[nodiscard]] image::VoxelSet withoutSmallComponents(const image::VoxelSet& set, image::Index least,
                                                     Neighbours neighbours);
/// With the voxels that the set encloses: those from which no way through faces of voxels leads out
/// of it. A bay that is open at the edge of the grid is no hole.
[[nodiscard]] image::VoxelSet withHolesFilled(const image::VoxelSet& set);

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"

namespace fusiform::roi {

/// The set on the other side of the plane x = 0 mm: every voxel whose centre, mirrored, lies in a
/// member (the member is the nearest voxel). On a grid that lies alike to both sides of the plane,
/// mirroring twice gives the set again; on others voxels may be lost or doubled at the rounding.
/// What falls outside the grid is lost.
[[nodiscard]] image::VoxelSet mirrored(const image::VoxelSet& set, const image::Grid& grid);

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/shapes.h"

#include <cstdint>
#include <optional>

namespace fusiform::roi {

/// A round brush.
struct Brush {
    enum class Tip {
        Disk,
        Ball,
        Spray, ///< about a seventh of a ball's voxels, others for every drop
    };
    Tip tip = Tip::Ball;
    double radiusMm = 6;
    std::uint64_t drop = 0; ///< of a spray: which voxels; the same drop takes the same ones
};

/// Where a brush is set down: in a slice across a RAS axis, or on the surface, seen from outside.
struct BrushPoint {
    image::MmPoint at;
    std::optional<int> sliceAxis; ///< none: on the surface; the tip is then always a ball
};

/// The voxels that a brush meets on its way between two points of one view. On the surface only
/// those connected inside the brush with the voxel under it, so that nothing is painted across a
/// sulcus or on the other hemisphere.
/// @param allowed on the same grid; nothing else is taken
[[nodiscard]] image::VoxelSet strokeOf(const image::Grid& grid, const Brush& brush,
                                       const BrushPoint& from, const BrushPoint& to,
                                       const image::VoxelSet& allowed);

} // namespace fusiform::roi

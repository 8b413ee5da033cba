// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layers.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

namespace fusiform::scene {

struct BrainSurface;

/// The edge of a region on a mesh: edges between a vertex of the region and one that is not in it,
/// and which two of them lie in the same triangle, so that a line runs from one to the other.
struct RegionBorder {
    std::vector<std::pair<std::int32_t, std::int32_t>> edges; ///< (member, stranger), each once
    std::vector<std::pair<std::int32_t, std::int32_t>> steps; ///< from edge to edge
};
/// @param members of every vertex a bit for each region. @param bit of the region, from 0
[[nodiscard]] RegionBorder borderOf(std::span<const std::array<std::int32_t, 3>> triangles,
                                    std::span<const std::uint32_t> members, int bit);

/// How a line along a border is drawn.
struct OutlineLook {
    double widthMm = 0.8;
    double aboveMm = 0.4; ///< the surface, so that it is not buried where that bends away
};
/// Ribbons along the borders of all regions: quads (a left, a right, b right, b left) from a to b,
/// in the region's colour (three bytes a quad). They run through the middles of the edges they
/// cross, smoothed along the line. In mm, not pixels: OpenGL need not draw lines wider than one.
[[nodiscard]] vtkSmartPointer<vtkPolyData> regionOutlines(const BrainSurface& surface,
                                                          std::span<const std::uint32_t> members,
                                                          const RegionLabels& regions,
                                                          const OutlineLook& look);

} // namespace fusiform::scene

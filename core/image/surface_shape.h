// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"

#include <vector>

namespace fusiform::image {

/// Outward directions of a closed surface's vertices, of length 1, weighted by the areas of the
/// triangles around each; 0 for a vertex without any. If the triangles are wound the other way,
/// which the volume they enclose tells, they are taken as if they were not.
/// @return 3 x vertices
[[nodiscard]] Eigen::Matrix3Xd outwardNormals(const Surface& surface);

/// How hollow the surface is around each vertex, in mm: how far the middle of its neighbours lies
/// outside of it, averaged over neighbours again and again. Positive in sulci, negative on gyri.
[[nodiscard]] std::vector<float> hollowness(const Surface& surface);

} // namespace fusiform::image

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <array>
#include <vector>

namespace portraits {

/// Quads with separate indices for positions and texture coordinates, as MakeHuman stores them.
struct QuadMesh {
    std::vector<std::array<int, 4>> vertices; ///< into a list of positions kept elsewhere
    std::vector<std::array<int, 4>> corners; ///< into `uvs`
    std::vector<Vec2> uvs; ///< v = 0 is the bottom of the texture
};

} // namespace portraits

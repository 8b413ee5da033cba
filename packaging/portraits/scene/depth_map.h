// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <array>
#include <span>
#include <vector>

namespace portraits {

using Triangle = std::array<Vec3, 3>;

/// What a distant light sees of the head: the nearest surface for each of its rays.
class DepthMap {
public:
    /// @param toLight  unit vector
    /// @param size     cells along each side
    DepthMap(std::span<const Triangle> occluders, Vec3 toLight, int size);

    /// Whether the light reaches a point. `slack` (decimetres) keeps a surface from shading itself.
    [[nodiscard]] bool reaches(Vec3 point, float slack) const;

private:
    void fill(const Triangle& triangle);
    [[nodiscard]] Vec3 seen(Vec3 point) const; ///< cells, cells, decimetres towards the light

    Vec3 m_right, m_up, m_toLight;
    int m_size;
    std::vector<float> m_depth;
};

} // namespace portraits

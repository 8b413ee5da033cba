// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/base_mesh.h"

#include <cstdint>
#include <vector>

namespace portraits {

/// The texels of the skin texture that the head uses, each with its place on the neutral base mesh.
struct SkinTexels {
    static constexpr int kSize = 1024; ///< twice the side of MakeHuman's textures

    std::vector<std::uint32_t> index; ///< row * kSize + column, first row at the top
    std::vector<Vec3> place;
};

[[nodiscard]] SkinTexels skinTexelsOf(const BaseMesh& base);

} // namespace portraits

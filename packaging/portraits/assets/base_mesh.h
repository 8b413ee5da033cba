// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/quad_mesh.h"

#include <filesystem>
#include <span>
#include <vector>

namespace portraits {

/// Vertices whose mean is a landmark that moves with every morph.
struct Landmarks {
    std::vector<int> leftEye, rightEye;
    int upperLip = 0, lowerLip = 0; ///< on the midline, at the mouth's opening
};

/// MakeHuman's base mesh, of which only the head and neck are drawn.
struct BaseMesh {
    std::vector<Vec3>
        positions; ///< neutral; all 19,158, because other meshes hang on the helpers too
    QuadMesh head;
    Landmarks landmarks;
};

[[nodiscard]] BaseMesh readBaseMesh(const std::filesystem::path& package);

[[nodiscard]] Vec3 meanOf(std::span<const Vec3> positions, std::span<const int> vertices);

} // namespace portraits

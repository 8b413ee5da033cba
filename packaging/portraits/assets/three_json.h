// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/quad_mesh.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <vector>

namespace portraits {

/// Reads a JSON file whole. @throws std::runtime_error that names the file.
[[nodiscard]] nlohmann::json readJson(const std::filesystem::path& path);

/// The quads of a three.js model (format 3.1) whose faces carry a material and four texture
/// coordinates.
struct ThreeModel {
    std::vector<Vec3> positions;
    QuadMesh mesh;
    std::vector<int> materialOfQuad;
};

/// @throws std::runtime_error if a face is not of that kind or an index is out of range.
[[nodiscard]] ThreeModel modelFrom(const nlohmann::json& document,
                                   const std::filesystem::path& path);

} // namespace portraits

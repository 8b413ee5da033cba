// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/quad_mesh.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace portraits {

/// A mesh that hangs on the base mesh: hair, brows, lashes, eyes, teeth, tongue.
struct Proxy {
    QuadMesh mesh;
    std::vector<std::array<int, 3>> anchors; ///< three base vertices for each vertex
    std::vector<std::array<float, 3>> weights;
    std::vector<Vec3> offsets; ///< for the neutral size of the head

    /// Where the mesh lies on a morphed base mesh; `scale` is the head's size relative to the
    /// neutral one.
    [[nodiscard]] std::vector<Vec3> fitted(std::span<const Vec3> base, float scale) const;
};

/// @param kind  folder of the proxies ("hair")
/// @param name  folder and file of this one ("short01")
[[nodiscard]] Proxy readProxy(const std::filesystem::path& package, const std::string& kind,
                              const std::string& name);

[[nodiscard]] std::filesystem::path proxyTexture(const std::filesystem::path& package,
                                                 const std::string& kind, const std::string& name,
                                                 const std::string& file);

} // namespace portraits

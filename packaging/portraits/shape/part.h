// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/quad_mesh.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace portraits {

/// A mesh made ready for drawing: one corner for each pair of vertex and texture coordinate.
struct Topology {
    std::vector<int> vertexOfCorner;
    std::vector<Vec2> uvOfCorner;
    std::vector<std::array<int, 4>> quads; ///< of corners
    std::vector<std::array<int, 4>> vertexQuads; ///< of vertices, same order
    std::vector<char> isUsed; ///< by vertex
};

[[nodiscard]] Topology topologyOf(const QuadMesh& mesh, std::size_t vertexCount);

enum class Material { Skin, Eye, Hair, Brow, Lash, Teeth, Fur, Frame, Lens, Cloth, Metal };

/// One thing to draw, in the head's coordinates or, once posed, the camera's.
struct Part {
    std::string name;
    Material material = Material::Skin;
    std::shared_ptr<const Topology> topology;
    std::vector<Vec3> positions, normals;
    std::vector<Vec3>
        light; ///< what reaches a vertex: of the sky, the key light, the fill light; 0..1
    std::vector<Vec2> fur; ///< density and layer, both 0..1, of fur; cover of cloth; else empty
    std::string texture; ///< file; empty: plain white, "skin": the painted skin
    Vec3 tint{1, 1, 1}; ///< sRGB
    float opacity = 1; ///< multiplies the texture's alpha
    bool castsShadow = true;
};

[[nodiscard]] std::vector<Vec3> smoothNormals(std::span<const Vec3> positions,
                                              const Topology& topology);

/// A part of our own geometry, without texture.
[[nodiscard]] Part plainPart(std::string name, Material material, const QuadMesh& mesh,
                             std::vector<Vec3> positions);

} // namespace portraits

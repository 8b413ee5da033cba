// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/fur.h"

#include "paint/face_regions.h"

#include <algorithm>

namespace portraits {

namespace {

constexpr int kLayers = 7;
constexpr float kBareBelow = 0.04F;

struct Coat {
    std::string name;
    std::vector<float> density; ///< of each base vertex
    std::vector<float> fullness; ///< of each base vertex: its strands' share of `length`
    float length = 0; ///< decimetres
    Vec3 comb; ///< direction in which the strands lean
    Vec3 color;
};

QuadMesh hairyQuads(const BaseMesh& base, const std::vector<float>& density)
{
    QuadMesh mesh;
    mesh.uvs = base.head.uvs;
    for (std::size_t q = 0; q < base.head.vertices.size(); ++q) {
        float most = 0;
        for (const int v : base.head.vertices[q])
            most = std::max(most, density[static_cast<std::size_t>(v)]);
        if (most < kBareBelow)
            continue;
        mesh.vertices.push_back(base.head.vertices[q]);
        mesh.corners.push_back(base.head.corners[q]);
    }
    return mesh;
}

/// All layers as one mesh; vertex v of layer k is k * count + v.
Part shellsOf(const Coat& coat, const BaseMesh& base, std::span<const Vec3> skin,
              std::span<const Vec3> normals)
{
    const QuadMesh quads = hairyQuads(base, coat.density);
    const int count = static_cast<int>(skin.size());
    QuadMesh mesh;
    mesh.uvs = quads.uvs;
    Part part;
    for (int layer = 0; layer < kLayers; ++layer) {
        const float height = static_cast<float>(layer + 1) / kLayers;
        for (std::size_t v = 0; v < skin.size(); ++v) {
            const float reach = coat.length * height * coat.fullness[v];
            part.positions.push_back(skin[v] + (normals[v] + coat.comb * height) * reach);
            part.normals.push_back(normals[v]);
            part.fur.push_back({coat.density[v], height});
        }
        for (std::size_t q = 0; q < quads.vertices.size(); ++q) {
            auto shifted = quads.vertices[q];
            for (int& v : shifted)
                v += layer * count;
            mesh.vertices.push_back(shifted);
            mesh.corners.push_back(quads.corners[q]);
        }
    }
    part.name = coat.name;
    part.material = Material::Fur;
    part.topology = std::make_shared<const Topology>(topologyOf(mesh, part.positions.size()));
    part.tint = coat.color;
    part.castsShadow = false;
    return part;
}

template <typename Density>
Coat coatOf(std::string name, const BaseMesh& base, Density densityAt)
{
    Coat coat;
    coat.name = std::move(name);
    coat.density.assign(base.positions.size(), 0);
    coat.fullness.assign(base.positions.size(), 0);
    for (const auto& quad : base.head.vertices) {
        for (const int vertex : quad) {
            const auto v = static_cast<std::size_t>(vertex);
            coat.density[v] = densityAt(base.positions[v]);
            coat.fullness[v] = 0.35F + 0.65F * coat.density[v];
        }
    }
    return coat;
}

/// Short before the ears, full at the chin.
void trimSides(Coat& beard, const BaseMesh& base)
{
    for (std::size_t v = 0; v < base.positions.size(); ++v)
        beard.fullness[v] *= 0.12F + 0.88F * smoothStep(0.5F, 1.15F, base.positions[v].z);
}

} // namespace

std::vector<Part> makeFur(const Person& person, const BaseMesh& base, std::span<const Vec3> skin,
                          std::span<const Vec3> normals)
{
    std::vector<Part> parts;
    const auto& face = person.facialHair;
    if (std::max({face.moustache, face.goatee, face.fullBeard}) > 0) {
        auto coat = coatOf("beard", base, [&](Vec3 p) { return region::beard(p, face); });
        trimSides(coat, base);
        coat.length = face.length;
        coat.comb = {0, -0.9F, 0};
        coat.color = face.color;
        parts.push_back(shellsOf(coat, base, skin, normals));
    }
    if (person.hair.style == "buzz") {
        auto coat
            = coatOf("buzz", base, [&](Vec3 p) { return region::scalp(p, person.hair.recession); });
        coat.length = person.hair.buzzLength;
        coat.comb = {0, 0.1F, 0.25F};
        coat.color = person.hair.color;
        parts.push_back(shellsOf(coat, base, skin, normals));
    }
    return parts;
}

} // namespace portraits

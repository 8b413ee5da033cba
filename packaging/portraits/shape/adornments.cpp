// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/adornments.h"

#include "shape/tube.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace portraits {

namespace {

constexpr Vec3 kLobe{0.79F, 6.87F, 0.42F}; // of the left ear, on the neutral mesh

std::size_t vertexNearest(const BaseMesh& base, Vec3 place)
{
    std::size_t nearest = 0;
    float least = 1e9F;
    for (const auto& quad : base.head.vertices) {
        for (const int v : quad) {
            const float distance = length(base.positions[static_cast<std::size_t>(v)] - place);
            if (distance < least) {
                least = distance;
                nearest = static_cast<std::size_t>(v);
            }
        }
    }
    return nearest;
}

Part earrings(const Person& person, const BaseMesh& base, std::span<const Vec3> skin)
{
    Solid solid;
    for (const float side : {1.0F, -1.0F}) {
        const Vec3 lobe = skin[vertexNearest(base, {side * kLobe.x, kLobe.y, kLobe.z})];
        if (person.earrings == Earrings::Studs) {
            addBall(solid, lobe + Vec3{side * 0.01F, 0, 0.015F}, 0.026F);
            continue;
        }
        constexpr int kPoints = 24;
        constexpr float kRadius = 0.1F;
        std::vector<Vec3> ring;
        for (int i = 0; i < kPoints; ++i) {
            const float t = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kPoints;
            ring.push_back(lobe
                           + Vec3{side * 0.01F + 0.5F * kRadius * std::sin(t),
                                  kRadius * (std::cos(t) - 1), 0.85F * kRadius * std::sin(t)});
        }
        addTube(solid, ring, 0.011F, PathEnd::Closed);
    }
    auto part = plainPart("earrings", Material::Metal, solid.mesh, std::move(solid.positions));
    part.tint = person.jewelColor;
    return part;
}

constexpr int kColumns = 24;

/// The neck of a morphed head at the height of the fold: its axis and how far it reaches in each
/// direction.
struct Neck {
    Vec3 axis;
    std::array<float, kColumns> radii{};
};

bool isNeck(Vec3 neutral)
{
    return std::abs(neutral.y - 5.88F) < 0.17F && std::hypot(neutral.x, neutral.z - 0.2F) < 0.62F;
}

Neck neckOf(std::span<const Vec3> skin, const BaseMesh& base)
{
    std::vector<int> vertices;
    for (const auto& quad : base.head.vertices)
        for (const int v : quad)
            if (isNeck(base.positions[static_cast<std::size_t>(v)]))
                vertices.push_back(v);
    Neck neck;
    neck.axis = meanOf(skin, vertices);
    for (const int v : vertices) {
        const Vec3 d = skin[static_cast<std::size_t>(v)] - neck.axis;
        const float turn = std::atan2(d.x, d.z) / (2 * std::numbers::pi_v<float>)+1;
        const auto bin = static_cast<std::size_t>(turn * kColumns + 0.5F);
        for (const auto b : {bin, bin + 1, bin + kColumns - 1})
            neck.radii[b % kColumns] = std::max(neck.radii[b % kColumns], std::hypot(d.x, d.z));
    }
    return neck;
}

Part rollNeck(const Person& person, const BaseMesh& base, std::span<const Vec3> skin)
{
    // Height, and distance from the skin, of the rings from the inside of the fold to the
    // shoulders.
    constexpr std::array<Vec2, 7> kProfile{{{0.02F, 0.005F},
                                            {0.06F, 0.03F},
                                            {0.07F, 0.055F},
                                            {0.04F, 0.075F},
                                            {-0.1F, 0.085F},
                                            {-0.25F, 0.09F},
                                            {-0.6F, 0.3F}}};
    const Neck neck = neckOf(skin, base);
    std::vector<Vec3> rings;
    for (const auto& [height, distance] : kProfile) {
        for (int c = 0; c < kColumns; ++c) {
            const float t = 2 * std::numbers::pi_v<float> * static_cast<float>(c) / kColumns;
            const float radius = neck.radii[static_cast<std::size_t>(c)] + distance;
            const float rise = -0.06F * std::cos(t); // lower under the chin
            rings.push_back(
                neck.axis
                + Vec3{radius * std::sin(t), height + rise - 0.05F, radius * std::cos(t)});
        }
    }
    Solid solid;
    addRings(solid, rings, static_cast<int>(kProfile.size()), kColumns);
    for (auto& quad : solid.mesh.vertices)
        std::swap(quad[1], quad[3]); // outward
    auto part = plainPart("collar", Material::Cloth, solid.mesh, std::move(solid.positions));
    part.tint = person.collarColor;
    part.fur.assign(part.positions.size(), Vec2{1, 0});
    return part;
}

/// Height of the neckline around the neutral neck: the angle is 0 in front and pi at the nape.
float neckline(Collar collar, float angle)
{
    const float front = collar == Collar::VNeck ? 5.2F : 5.52F;
    const float sharpness = collar == Collar::VNeck ? 0.9F : 0.6F;
    const float side = 5.79F, nape = 5.93F;
    const float quarter = std::numbers::pi_v<float> / 2;
    return angle < quarter ? mix(front, side, std::pow(angle / quarter, 1 / sharpness * 0.7F))
                           : mix(side, nape, (angle - quarter) / quarter);
}

/// A garment a little above the skin of neck and shoulders.
Part shirt(const Person& person, const BaseMesh& base, std::span<const Vec3> skin,
           std::span<const Vec3> normals)
{
    constexpr float kThickness = 0.03F;
    std::vector<Vec2> cover(skin.size());
    QuadMesh mesh;
    for (const auto& quad : base.head.vertices) {
        float most = 0;
        for (const int vertex : quad) {
            const auto v = static_cast<std::size_t>(vertex);
            const Vec3 n = base.positions[v];
            const float angle = std::abs(std::atan2(n.x, n.z - 0.15F));
            cover[v] = {0.5F + 1.2F * (neckline(person.collar, angle) - n.y), 0};
            most = std::max(most, cover[v].x);
        }
        if (most > 0.5F && base.positions[static_cast<std::size_t>(quad[0])].y < 6.2F)
            mesh.vertices.push_back(quad);
    }
    std::vector<Vec3> positions(skin.begin(), skin.end());
    for (std::size_t v = 0; v < positions.size(); ++v)
        positions[v] += normals[v] * kThickness;
    auto part = plainPart("shirt", Material::Cloth, mesh, std::move(positions));
    part.tint = person.collarColor;
    part.fur = std::move(cover);
    return part;
}

} // namespace

std::vector<Part> makeAdornments(const Person& person, const BaseMesh& base,
                                 std::span<const Vec3> skin, std::span<const Vec3> normals)
{
    std::vector<Part> parts;
    if (person.earrings != Earrings::None)
        parts.push_back(earrings(person, base, skin));
    if (person.collar == Collar::RollNeck)
        parts.push_back(rollNeck(person, base, skin));
    if (person.collar != Collar::None)
        parts.push_back(shirt(person, base, skin, normals));
    return parts;
}

} // namespace portraits

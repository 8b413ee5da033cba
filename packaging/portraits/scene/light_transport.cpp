// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/light_transport.h"

#include "scene/depth_map.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace portraits {

namespace {

constexpr int kSkyDirections = 22;
constexpr int kSkyCells = 104, kLampCells = 256;
constexpr int kLampSamples = 4;
constexpr float kSlack = 0.025F; // decimetres
constexpr float kHairSlack = 0.05F; // hair is porous: light goes some way into it

/// Evenly spread over the sphere.
Vec3 spiralDirection(int index, int count)
{
    const float y = 1 - 2 * (static_cast<float>(index) + 0.5F) / static_cast<float>(count);
    const float around
        = static_cast<float>(index) * std::numbers::pi_v<float> * (3 - std::sqrt(5.0F));
    const float r = std::sqrt(1 - y * y);
    return {r * std::cos(around), y, r * std::sin(around)};
}

bool isPorous(const Part& part)
{
    return part.material == Material::Hair || part.material == Material::Fur;
}

bool letsLightThrough(const Part& part, std::size_t quad, const Picture& texture)
{
    float alpha = 0;
    for (const int corner : part.topology->quads[quad])
        alpha
            += 0.25F
               * texture.nearest(part.topology->uvOfCorner[static_cast<std::size_t>(corner)]).alpha;
    return alpha < 0.45F;
}

std::vector<Triangle>
occludersOf(const Figure& figure,
            const std::function<const Picture&(const std::string&)>& textureOf)
{
    std::vector<Triangle> triangles;
    for (const auto& part : figure.parts) {
        if (!part.castsShadow)
            continue;
        for (std::size_t q = 0; q < part.topology->vertexQuads.size(); ++q) {
            if (part.material == Material::Hair
                && letsLightThrough(part, q, textureOf(part.texture)))
                continue;
            const auto& v = part.topology->vertexQuads[q];
            const auto at
                = [&](std::size_t k) { return part.positions[static_cast<std::size_t>(v[k])]; };
            triangles.push_back({at(0), at(1), at(2)});
            triangles.push_back({at(0), at(2), at(3)});
        }
    }
    return triangles;
}

/// Calls `use(part, vertex, place, slack)` for every vertex that is drawn.
template <typename Use>
void forEachVertex(Figure& figure, Use use)
{
    for (auto& part : figure.parts) {
        const float slack = isPorous(part) ? kHairSlack : kSlack;
        const float lift = isPorous(part) ? 0.0F : 0.012F;
        for (std::size_t v = 0; v < part.positions.size(); ++v)
            if (part.topology->isUsed[v])
                use(part, v, part.positions[v] + part.normals[v] * lift, slack);
    }
}

void addSky(Figure& figure, std::span<const Triangle> occluders)
{
    std::vector<std::vector<float>> possible;
    for (const auto& part : figure.parts)
        possible.emplace_back(part.positions.size(), 0.0F);
    for (int i = 0; i < kSkyDirections; ++i) {
        const Vec3 toSky = spiralDirection(i, kSkyDirections);
        const DepthMap map(occluders, toSky, kSkyCells);
        forEachVertex(figure, [&](Part& part, std::size_t v, Vec3 place, float slack) {
            const float facing = isPorous(part)
                                     ? 0.35F + 0.65F * std::abs(dot(part.normals[v], toSky))
                                     : dot(part.normals[v], toSky);
            if (facing <= 0)
                return;
            possible[static_cast<std::size_t>(&part - figure.parts.data())][v] += facing;
            if (map.reaches(place, slack))
                part.light[v].x += facing;
        });
    }
    for (std::size_t p = 0; p < figure.parts.size(); ++p)
        for (std::size_t v = 0; v < possible[p].size(); ++v)
            if (possible[p][v] > 0)
                figure.parts[p].light[v].x /= possible[p][v];
}

/// A lamp is a small disc: its shadow's edge is as soft as the disc is wide.
void addLamp(Figure& figure, std::span<const Triangle> occluders, Vec3 toLamp, float softness,
             float Vec3::*channel)
{
    const Vec3 right = normalized(cross({0, 1, 0}, toLamp)), up = cross(toLamp, right);
    for (int i = 0; i < kLampSamples; ++i) {
        const float around = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kLampSamples;
        const Vec3 offset = (right * std::cos(around) + up * std::sin(around)) * (softness * 0.7F);
        const DepthMap map(occluders, normalized(toLamp + offset), kLampCells);
        forEachVertex(figure, [&](Part& part, std::size_t v, Vec3 place, float slack) {
            if (map.reaches(place, slack))
                part.light[v].*channel += 1.0F / kLampSamples;
        });
    }
}

} // namespace

void shadeFigure(Figure& figure, const Lighting& lighting,
                 const std::function<const Picture&(const std::string&)>& textureOf)
{
    for (auto& part : figure.parts)
        part.light.assign(part.positions.size(), Vec3{});
    const auto occluders = occludersOf(figure, textureOf);
    addSky(figure, occluders);
    addLamp(figure, occluders, lighting.keyDirection, lighting.softness, &Vec3::y);
    addLamp(figure, occluders, lighting.fillDirection, 0.3F, &Vec3::z);
}

} // namespace portraits

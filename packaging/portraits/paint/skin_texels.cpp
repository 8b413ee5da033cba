// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/skin_texels.h"

#include <algorithm>
#include <array>

namespace portraits {

namespace {

constexpr int kMargin
    = 4; // texels painted beyond the seams, so that filtering finds no foreign colour

struct PlaceMap {
    std::vector<Vec3> place
        = std::vector<Vec3>(static_cast<std::size_t>(SkinTexels::kSize) * SkinTexels::kSize);
    std::vector<std::uint8_t> isSet = std::vector<std::uint8_t>(place.size(), 0);
};

struct Corner {
    float x, y; ///< texels
    Vec3 place;
};

void fillTriangle(PlaceMap& map, const std::array<Corner, 3>& c)
{
    const float area
        = (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
    if (area == 0)
        return;
    const auto [minX, maxX] = std::minmax({c[0].x, c[1].x, c[2].x});
    const auto [minY, maxY] = std::minmax({c[0].y, c[1].y, c[2].y});
    constexpr int kLast = SkinTexels::kSize - 1;
    for (int y = std::max(0, static_cast<int>(minY));
         y <= std::min(kLast, static_cast<int>(maxY) + 1); ++y) {
        for (int x = std::max(0, static_cast<int>(minX));
             x <= std::min(kLast, static_cast<int>(maxX) + 1); ++x) {
            const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
            const float b
                = ((px - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (py - c[0].y)) / area;
            const float g
                = ((c[1].x - c[0].x) * (py - c[0].y) - (px - c[0].x) * (c[1].y - c[0].y)) / area;
            const float a = 1 - b - g;
            if (std::min({a, b, g}) < -0.01F)
                continue;
            const auto at
                = static_cast<std::size_t>(y) * SkinTexels::kSize + static_cast<std::size_t>(x);
            map.place[at] = c[0].place * a + c[1].place * b + c[2].place * g;
            map.isSet[at] = 1;
        }
    }
}

void grow(PlaceMap& map)
{
    const auto before = map;
    for (int y = 1; y + 1 < SkinTexels::kSize; ++y) {
        for (int x = 1; x + 1 < SkinTexels::kSize; ++x) {
            const auto at
                = static_cast<std::size_t>(y) * SkinTexels::kSize + static_cast<std::size_t>(x);
            if (before.isSet[at])
                continue;
            for (const auto neighbour :
                 {at - 1, at + 1, at - SkinTexels::kSize, at + SkinTexels::kSize}) {
                if (!before.isSet[neighbour])
                    continue;
                map.place[at] = before.place[neighbour];
                map.isSet[at] = 1;
                break;
            }
        }
    }
}

} // namespace

SkinTexels skinTexelsOf(const BaseMesh& base)
{
    PlaceMap map;
    for (std::size_t q = 0; q < base.head.vertices.size(); ++q) {
        std::array<Corner, 4> c{};
        for (std::size_t k = 0; k < 4; ++k) {
            const auto uv = base.head.uvs[static_cast<std::size_t>(base.head.corners[q][k])];
            c[k] = {uv.x * SkinTexels::kSize, (1 - uv.y) * SkinTexels::kSize,
                    base.positions[static_cast<std::size_t>(base.head.vertices[q][k])]};
        }
        fillTriangle(map, {c[0], c[1], c[2]});
        fillTriangle(map, {c[0], c[2], c[3]});
    }
    for (int i = 0; i < kMargin; ++i)
        grow(map);

    SkinTexels texels;
    for (std::size_t at = 0; at < map.place.size(); ++at) {
        if (!map.isSet[at])
            continue;
        texels.index.push_back(static_cast<std::uint32_t>(at));
        texels.place.push_back(map.place[at]);
    }
    return texels;
}

} // namespace portraits

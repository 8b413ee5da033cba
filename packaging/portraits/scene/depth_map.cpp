// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/depth_map.h"

#include <algorithm>

namespace portraits {

namespace {

constexpr Vec3 kCenter{0, 7.1F, 0.4F};
constexpr float kReach = 1.9F; // decimetres around the centre that are looked at

} // namespace

DepthMap::DepthMap(std::span<const Triangle> occluders, Vec3 toLight, int size)
    : m_toLight(toLight),
      m_size(size),
      m_depth(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), -1e9F)
{
    const Vec3 helper = std::abs(toLight.y) < 0.9F ? Vec3{0, 1, 0} : Vec3{1, 0, 0};
    m_right = normalized(cross(helper, toLight));
    m_up = cross(toLight, m_right);
    for (const auto& triangle : occluders)
        fill(triangle);
}

Vec3 DepthMap::seen(Vec3 point) const
{
    const Vec3 d = point - kCenter;
    const float cells = 0.5F * static_cast<float>(m_size) / kReach;
    const float middle = 0.5F * static_cast<float>(m_size);
    return {dot(d, m_right) * cells + middle, dot(d, m_up) * cells + middle, dot(d, m_toLight)};
}

void DepthMap::fill(const Triangle& triangle)
{
    const Vec3 a = seen(triangle[0]), b = seen(triangle[1]), c = seen(triangle[2]);
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (std::abs(area) < 1e-9F)
        return;
    const int lastCell = m_size - 1;
    const int x0 = std::max(0, static_cast<int>(std::min({a.x, b.x, c.x}) - 0.5F));
    const int x1 = std::min(lastCell, static_cast<int>(std::max({a.x, b.x, c.x}) + 0.5F));
    const int y0 = std::max(0, static_cast<int>(std::min({a.y, b.y, c.y}) - 0.5F));
    const int y1 = std::min(lastCell, static_cast<int>(std::max({a.y, b.y, c.y}) + 0.5F));
    const float inverse = 1 / area;
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x) {
            const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
            const float wb = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) * inverse;
            const float wc = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) * inverse;
            if (wb < -0.001F || wc < -0.001F || wb + wc > 1.002F)
                continue;
            float& depth = m_depth[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size)
                                   + static_cast<std::size_t>(x)];
            depth = std::max(depth, a.z + (b.z - a.z) * wb + (c.z - a.z) * wc);
        }
    }
}

bool DepthMap::reaches(Vec3 point, float slack) const
{
    const Vec3 s = seen(point);
    const int x = static_cast<int>(s.x), y = static_cast<int>(s.y);
    if (x < 0 || y < 0 || x >= m_size || y >= m_size)
        return true;
    return s.z + slack >= m_depth[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size)
                                  + static_cast<std::size_t>(x)];
}

} // namespace portraits

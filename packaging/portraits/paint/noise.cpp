// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/noise.h"

namespace portraits {

float cellNoise(int x, int y, int z, std::uint64_t seed)
{
    std::uint64_t h = seed + static_cast<std::uint32_t>(x) * 0x9E3779B97F4A7C15ULL;
    h ^= static_cast<std::uint32_t>(y) * 0xC2B2AE3D27D4EB4FULL;
    h ^= static_cast<std::uint32_t>(z) * 0x165667B19E3779F9ULL;
    h ^= h >> 31U;
    h *= 0xBF58476D1CE4E5B9ULL;
    h ^= h >> 29U;
    h *= 0x94D049BB133111EBULL;
    return static_cast<float>((h ^ (h >> 32U)) & 0xFFFFFFU) * 0x1p-24F;
}

float smoothNoise(Vec3 at, std::uint64_t seed)
{
    const float fx = std::floor(at.x), fy = std::floor(at.y), fz = std::floor(at.z);
    const int x = static_cast<int>(fx), y = static_cast<int>(fy), z = static_cast<int>(fz);
    const float tx = smoothStep(0, 1, at.x - fx), ty = smoothStep(0, 1, at.y - fy),
                tz = smoothStep(0, 1, at.z - fz);
    const auto row = [&](int dy, int dz) {
        return mix(cellNoise(x, y + dy, z + dz, seed), cellNoise(x + 1, y + dy, z + dz, seed), tx);
    };
    return mix(mix(row(0, 0), row(1, 0), ty), mix(row(0, 1), row(1, 1), ty), tz);
}

float cloudNoise(Vec3 at, std::uint64_t seed)
{
    return 0.57F * smoothNoise(at, seed) + 0.29F * smoothNoise(at * 2.1F, seed + 1)
           + 0.14F * smoothNoise(at * 4.3F, seed + 2);
}

} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <cstdint>

namespace portraits {

/// 0..1 for each cell of a grid, without pattern.
[[nodiscard]] float cellNoise(int x, int y, int z, std::uint64_t seed);

/// 0..1, smooth, with one bump per unit of length.
[[nodiscard]] float smoothNoise(Vec3 at, std::uint64_t seed);

/// Three octaves of smooth noise, 0..1.
[[nodiscard]] float cloudNoise(Vec3 at, std::uint64_t seed);

} // namespace portraits

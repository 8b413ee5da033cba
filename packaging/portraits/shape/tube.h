// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shape/part.h"

#include <span>
#include <vector>

namespace portraits {

/// Geometry of our own, gathered piece by piece.
struct Solid {
    QuadMesh mesh;
    std::vector<Vec3> positions;
};

enum class PathEnd { Open, Closed };

/// Adds a round wire along a path.
void addTube(Solid& solid, std::span<const Vec3> path, float radius, PathEnd end);

/// Adds a ball.
void addBall(Solid& solid, Vec3 center, float radius);

/// Adds a grid of `rows` by `columns` positions, each row closed to a ring.
void addRings(Solid& solid, std::span<const Vec3> positions, int rows, int columns);

} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/tube.h"

#include <cmath>
#include <numbers>

namespace portraits {

namespace {

constexpr int kSides = 8;

float turn(int step, int steps)
{
    return 2 * std::numbers::pi_v<float> * static_cast<float>(step) / static_cast<float>(steps);
}

} // namespace

void addRings(Solid& solid, std::span<const Vec3> positions, int rows, int columns)
{
    const int first = static_cast<int>(solid.positions.size());
    solid.positions.insert(solid.positions.end(), positions.begin(), positions.end());
    for (int r = 0; r + 1 < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            const int next = (c + 1) % columns;
            const int a = first + r * columns, b = a + columns;
            solid.mesh.vertices.push_back({a + c, a + next, b + next, b + c});
        }
    }
}

void addTube(Solid& solid, std::span<const Vec3> path, float radius, PathEnd end)
{
    const int count = static_cast<int>(path.size());
    const auto at = [&](int i) { return path[static_cast<std::size_t>((i + count) % count)]; };
    std::vector<Vec3> rings;
    const int rows = end == PathEnd::Closed ? count + 1 : count;
    for (int i = 0; i < rows; ++i) {
        const bool isOpen = end == PathEnd::Open;
        const Vec3 before = isOpen && i == 0 ? at(0) : at(i - 1);
        const Vec3 after = isOpen && i == count - 1 ? at(i) : at(i + 1);
        const Vec3 along = normalized(after - before);
        // Any direction that is not the path's own; frames and hoops never run along this one.
        const Vec3 side = normalized(cross(along, Vec3{0.12F, 0.31F, 0.94F}));
        const Vec3 up = cross(side, along);
        for (int s = 0; s < kSides; ++s)
            rings.push_back(at(i)
                            + (side * std::cos(turn(s, kSides)) + up * std::sin(turn(s, kSides)))
                                  * radius);
    }
    addRings(solid, rings, rows, kSides);
}

void addBall(Solid& solid, Vec3 center, float radius)
{
    constexpr int kRows = 7, kColumns = 10;
    std::vector<Vec3> rings;
    for (int r = 0; r < kRows; ++r) {
        const float polar
            = std::numbers::pi_v<float> * (0.02F + 0.96F * static_cast<float>(r) / (kRows - 1));
        for (int c = 0; c < kColumns; ++c) {
            const float around = turn(c, kColumns);
            rings.push_back(center
                            + Vec3{std::sin(polar) * std::cos(around), -std::cos(polar),
                                   -std::sin(polar) * std::sin(around)}
                                  * radius);
        }
    }
    addRings(solid, rings, kRows, kColumns);
}

} // namespace portraits

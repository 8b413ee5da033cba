// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace portraits {

struct Vec2 {
    float x = 0, y = 0;
};

/// A point, direction or linear colour. MakeHuman's unit is the decimetre; x points to the person's
/// left, y up, z forward.
struct Vec3 {
    float x = 0, y = 0, z = 0;
};

inline Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Vec3 operator*(Vec3 a, float s) { return {a.x * s, a.y * s, a.z * s}; }
inline Vec3 operator*(float s, Vec3 a) { return a * s; }
inline Vec3 operator*(Vec3 a, Vec3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
inline Vec3& operator+=(Vec3& a, Vec3 b) { return a = a + b; }

[[nodiscard]] inline float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
[[nodiscard]] inline Vec3 cross(Vec3 a, Vec3 b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline float length(Vec3 a) { return std::sqrt(dot(a, a)); }
/// The zero vector stays zero.
[[nodiscard]] inline Vec3 normalized(Vec3 a)
{
    const float l = length(a);
    return l > 0 ? a * (1 / l) : a;
}
[[nodiscard]] inline Vec3 mix(Vec3 a, Vec3 b, float t) { return a * (1 - t) + b * t; }
[[nodiscard]] inline float mix(float a, float b, float t) { return a * (1 - t) + b * t; }
[[nodiscard]] inline float clamp01(float a) { return a < 0 ? 0.0F : (a > 1 ? 1.0F : a); }

/// 0 below `low`, 1 above `high`, smooth between. `low` may exceed `high`: then it falls.
[[nodiscard]] inline float smoothStep(float low, float high, float a)
{
    const float t = clamp01((a - low) / (high - low));
    return t * t * (3 - 2 * t);
}

/// A bell of height 1 with standard deviation `width`.
[[nodiscard]] inline float bell(float distance, float width)
{
    return std::exp(-0.5F * distance * distance / (width * width));
}

} // namespace portraits

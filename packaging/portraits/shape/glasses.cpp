// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/glasses.h"

#include "shape/tube.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace portraits {

namespace {

constexpr int kRimPoints = 40;

/// Half width, half height and squareness (2 is an ellipse) of a lens, in decimetres on a neutral
/// head.
struct Rim {
    float halfWidth, halfHeight, power;
    float lift = 0; ///< of the outer upper corner
    float drop = 0; ///< of the outer lower part
};

Rim rimOf(GlassesShape shape)
{
    switch (shape) {
    case GlassesShape::Round: return {0.215F, 0.205F, 2.0F};
    case GlassesShape::Oval: return {0.235F, 0.165F, 2.2F};
    case GlassesShape::Rectangle: return {0.255F, 0.15F, 4.5F};
    case GlassesShape::Square: return {0.25F, 0.2F, 3.6F};
    case GlassesShape::CatEye: return {0.25F, 0.18F, 2.6F, 0.075F};
    case GlassesShape::Aviator: return {0.265F, 0.215F, 2.5F, 0.0F, 0.06F};
    case GlassesShape::None: break;
    }
    return {0.2F, 0.2F, 2.0F};
}

/// A point of the rim; x grows towards the ear.
Vec2 rimPoint(const Rim& rim, int step)
{
    const float t = 2 * std::numbers::pi_v<float> * static_cast<float>(step) / kRimPoints;
    const float c = std::cos(t), s = std::sin(t);
    const float x = std::copysign(std::pow(std::abs(c), 2 / rim.power), c);
    const float y = std::copysign(std::pow(std::abs(s), 2 / rim.power), s);
    const float lift = rim.lift * clamp01(x) * clamp01(y + 0.4F);
    const float drop = rim.drop * clamp01(-y) * (0.4F + 0.6F * clamp01(x));
    return {x * rim.halfWidth, y * rim.halfHeight + lift - drop};
}

/// Where the front of the frame lies on one head.
struct Front {
    Vec3 center; ///< between the lenses
    float lensX, scale, wrap = 0.16F;

    [[nodiscard]] Vec3 at(float side, Vec2 point) const
    {
        const float x = lensX + point.x * scale;
        // Frames follow the face's roundness and lean back below.
        return center + Vec3{side * x, point.y * scale, -wrap * x * x + 0.10F * point.y * scale};
    }
};

/// The plane just clear of brows and cheeks.
float clearDepth(std::span<const Vec3> skin, Vec3 center, const Rim& rim, float scale)
{
    float depth = center.z;
    for (const auto& p : skin) {
        const float x = std::abs(p.x - center.x), dy = p.y - center.y;
        if (x > 0.12F * scale && x < 0.55F * scale
            && std::abs(dy) < (rim.halfHeight + 0.01F) * scale)
            depth = std::max(depth, p.z + 0.16F * x * x - 0.10F * dy);
        if (x < 0.05F * scale && std::abs(dy) < 0.08F * scale)
            depth = std::max(depth, p.z); // the bridge of the nose
    }
    return depth + 0.03F * scale;
}

/// Half the head's width around a height, at a depth before the ears; 0 further back.
float halfWidthAt(std::span<const Vec3> skin, Vec3 center, float z)
{
    float width = 0;
    for (const auto& p : skin)
        if (std::abs(p.y - center.y) < 0.1F && std::abs(p.z - z) < 0.1F && p.z > center.z - 0.9F)
            width = std::max(width, std::abs(p.x - center.x));
    return width;
}

/// The arm of the frame, along the temple to the ear.
void addArm(Solid& frame, const Front& front, const Rim& rim, float side,
            std::span<const Vec3> skin, float radius)
{
    const Vec3 corner = front.at(side, {rim.halfWidth, 0.4F * rim.halfHeight + rim.lift});
    std::vector<Vec3> path{corner};
    float out = std::abs(corner.x - front.center.x) + 0.015F;
    for (const float back : {0.04F, 0.2F, 0.4F, 0.6F, 0.8F, 1.0F}) {
        const float z = corner.z - back;
        out = std::max(out, std::min(halfWidthAt(skin, front.center, z) + 0.015F, out + 0.075F));
        path.push_back({front.center.x + side * out, corner.y + 0.015F * back, z});
    }
    addTube(frame, path, radius, PathEnd::Open);
}

void addLens(Solid& lenses, const Front& front, const Rim& rim, float side)
{
    constexpr int kRows = 4;
    std::vector<Vec3> rings;
    for (int r = 0; r < kRows; ++r) {
        const float size = 0.01F + 0.99F * static_cast<float>(r) / (kRows - 1);
        for (int i = 0; i < kRimPoints; ++i) {
            const auto p = rimPoint(rim, side > 0 ? i : kRimPoints - i);
            rings.push_back(front.at(side, {p.x * size, p.y * size})
                            + Vec3{0, 0, 0.02F * (1 - size * size)});
        }
    }
    addRings(lenses, rings, kRows, kRimPoints);
}

Front frontOf(const Rim& rim, std::span<const Vec3> skin, Vec3 leftEye, Vec3 rightEye, float scale)
{
    Front front;
    front.scale = scale;
    front.center = (leftEye + rightEye) * 0.5F + Vec3{0, -0.02F * scale, 0};
    front.center.z = clearDepth(skin, front.center, rim, scale);
    front.lensX
        = std::max(0.5F * length(leftEye - rightEye) + 0.02F, (rim.halfWidth + 0.075F) * scale);
    return front;
}

} // namespace

std::vector<Part> makeGlasses(const Glasses& glasses, std::span<const Vec3> skin, Vec3 leftEye,
                              Vec3 rightEye, float scale)
{
    if (glasses.shape == GlassesShape::None)
        return {};
    const Rim rim = rimOf(glasses.shape);
    const Front front = frontOf(rim, skin, leftEye, rightEye, scale);

    Solid frame, lenses;
    for (const float side : {1.0F, -1.0F}) {
        std::vector<Vec3> path;
        for (int i = 0; i < kRimPoints; ++i)
            path.push_back(front.at(side, rimPoint(rim, i)));
        addTube(frame, path, glasses.frameRadius, PathEnd::Closed);
        addArm(frame, front, rim, side, skin, glasses.frameRadius * 0.8F);
        addLens(lenses, front, rim, side);
    }
    const Vec2 inner{-rim.halfWidth * 0.97F, rim.halfHeight * 0.3F};
    const Vec3 left = front.at(1, inner), right = front.at(-1, inner);
    const Vec3 middle = (left + right) * 0.5F + Vec3{0, 0.03F, 0.015F} * scale;
    const Vec3 bridge[] = {left, mix(left, middle, 0.6F) + Vec3{0, 0.008F, 0}, middle,
                           mix(right, middle, 0.6F) + Vec3{0, 0.008F, 0}, right};
    addTube(frame, bridge, glasses.frameRadius, PathEnd::Open);

    auto framePart = plainPart("frame", Material::Frame, frame.mesh, std::move(frame.positions));
    framePart.tint = glasses.frameColor;
    auto lensPart = plainPart("lenses", Material::Lens, lenses.mesh, std::move(lenses.positions));
    lensPart.tint = glasses.lensColor;
    lensPart.opacity = glasses.lensOpacity;
    lensPart.castsShadow = false;
    return {std::move(framePart), std::move(lensPart)};
}

} // namespace portraits

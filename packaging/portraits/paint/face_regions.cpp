// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/face_regions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace portraits::region {

namespace {

struct Knot {
    float at, value;
};

/// Linear between the knots, constant outside.
template <std::size_t N>
float along(const std::array<Knot, N>& knots, float at)
{
    if (at <= knots.front().at)
        return knots.front().value;
    for (std::size_t i = 1; i < N; ++i)
        if (at < knots[i].at)
            return mix(knots[i - 1].value, knots[i].value,
                       (at - knots[i - 1].at) / (knots[i].at - knots[i - 1].at));
    return knots.back().value;
}

/// Height of the hair line against the angle around the head: 0 forehead, 83 sideburn, 92 ear, 180
/// nape.
constexpr std::array<Knot, 12> kHairLine{{{0, 7.95F},
                                          {25, 7.96F},
                                          {42, 7.90F},
                                          {56, 7.72F},
                                          {68, 7.50F},
                                          {74, 7.22F},
                                          {83, 7.20F},
                                          {86, 7.56F},
                                          {104, 7.52F},
                                          {110, 7.10F},
                                          {135, 6.85F},
                                          {180, 6.62F}}};
/// Upper edge of the cheek's beard against z: from the ear forward to the corner of the mouth.
constexpr std::array<Knot, 5> kCheekLine{
    {{0.40F, 7.15F}, {0.62F, 6.98F}, {0.95F, 6.80F}, {1.25F, 6.72F}, {1.5F, 6.70F}}};
constexpr std::array<Knot, 5> kUpperLip{
    {{0, 6.708F}, {0.045F, 6.722F}, {0.12F, 6.705F}, {0.2F, 6.678F}, {0.25F, 6.655F}}};
constexpr std::array<Knot, 4> kLowerLip{
    {{0, 6.535F}, {0.1F, 6.552F}, {0.18F, 6.59F}, {0.25F, 6.65F}}};
constexpr Vec3 kEye{0.317F, 7.292F, 1.5F};

float angleAroundHead(Vec3 p)
{
    return std::atan2(std::abs(p.x), p.z - 0.35F) * 180 / std::numbers::pi_v<float>;
}

float isFront(Vec3 p) { return smoothStep(1.15F, 1.3F, p.z); }

} // namespace

float scalp(Vec3 p, float recession, float blur)
{
    const float angle = angleAroundHead(p);
    const float drawnBack
        = recession * (0.55F + 0.9F * bell(angle - 42, 14)) * smoothStep(75, 60, angle);
    const float line = along(kHairLine, angle) + drawnBack;
    const float edge = blur + (angle < 62 ? 0.05F : 0.035F);
    const float ear = smoothStep(0.76F, 0.8F, std::abs(p.x)) * smoothStep(7.6F, 7.56F, p.y);
    return smoothStep(line - edge, line + edge, p.y) * (1 - ear);
}

float lips(Vec3 p)
{
    const float x = std::abs(p.x);
    const float inside = smoothStep(-0.008F, 0.01F, along(kUpperLip, x) - p.y)
                         * smoothStep(-0.01F, 0.012F, p.y - along(kLowerLip, x));
    return inside * smoothStep(0.265F, 0.235F, x) * smoothStep(1.2F, 1.3F, p.z);
}

float moustache(Vec3 p)
{
    const float x = std::abs(p.x);
    const float center = 6.752F - 0.16F * x - 0.75F * x * x;
    return bell(p.y - center, 0.034F) * smoothStep(0.33F, 0.26F, x) * isFront(p) * (1 - lips(p));
}

float goatee(Vec3 p)
{
    const float dx = p.x / 0.23F, dy = (p.y - 6.31F) / 0.17F;
    const float chin = smoothStep(1.15F, 0.8F, std::sqrt(dx * dx + dy * dy));
    const float belowLip
        = bell(p.x, 0.05F) * smoothStep(6.4F, 6.44F, p.y) * smoothStep(6.54F, 6.5F, p.y);
    return std::max(chin, 0.8F * belowLip) * smoothStep(0.95F, 1.1F, p.z) * (1 - lips(p));
}

float fullBeard(Vec3 p, float blur)
{
    const float belowCheek = smoothStep(0.03F + blur, -0.05F - blur, p.y - along(kCheekLine, p.z));
    const float neckLine = mix(6.15F, 6.28F, smoothStep(1.0F, 0.5F, p.z));
    const float aboveNeck = smoothStep(neckLine - 0.12F - blur, neckLine + 0.04F + blur, p.y);
    const float ear = mix(0.38F, 0.59F, smoothStep(6.68F, 6.8F, p.y));
    const float beforeEar = smoothStep(ear, ear + 0.1F + blur, p.z);
    const float bareBelowLip
        = 1 - 0.35F * bell(std::abs(p.x) - 0.13F, 0.045F) * bell(p.y - 6.5F, 0.035F) * isFront(p);
    const float mouthCorner = 1
                              - 0.85F * smoothStep(0.3F, 0.25F, std::abs(p.x))
                                    * smoothStep(6.58F, 6.62F, p.y) * isFront(p);
    const float onEar = smoothStep(0.73F, 0.77F, std::abs(p.x)) * smoothStep(6.70F, 6.78F, p.y);
    return (1 - onEar) * belowCheek * aboveNeck * beforeEar * bareBelowLip * mouthCorner
           * (1 - lips(p));
}

float sideburns(Vec3 p)
{
    const float angle = angleAroundHead(p);
    return bell(angle - 77, 5) * smoothStep(6.92F, 7.05F, p.y) * smoothStep(7.6F, 7.4F, p.y)
           * smoothStep(0.77F, 0.73F, std::abs(p.x));
}

float cheekBlush(Vec3 p)
{
    return bell(std::abs(p.x) - 0.46F, 0.13F) * bell(p.y - 6.98F, 0.12F)
           * smoothStep(0.7F, 1.0F, p.z);
}

float eyelid(Vec3 p)
{
    const float dx = (std::abs(p.x) - kEye.x) / 0.2F;
    return smoothStep(1.05F, 0.6F, std::abs(dx)) * smoothStep(7.3F, 7.33F, p.y)
           * smoothStep(7.47F, 7.40F, p.y) * isFront(p);
}

float lashLine(Vec3 p)
{
    const float dx = (std::abs(p.x) - kEye.x) / 0.155F, dy = (p.y - kEye.y) / 0.085F;
    const float r = std::sqrt(dx * dx + dy * dy);
    return bell(r - 1.0F, 0.14F) * isFront(p) * (p.y > kEye.y ? 1.0F : 0.55F);
}

float freckles(Vec3 p)
{
    const float cheeks = bell(std::abs(p.x) - 0.28F, 0.2F) * bell(p.y - 7.03F, 0.13F);
    const float nose = bell(p.x, 0.12F) * bell(p.y - 7.02F, 0.12F);
    return std::max(cheeks, nose) * smoothStep(0.9F, 1.2F, p.z);
}

float bareFace(Vec3 p)
{
    const float forehead = bell(p.x, 0.25F) * bell(p.y - 7.72F, 0.08F);
    const float cheeks = bell(std::abs(p.x) - 0.42F, 0.1F) * bell(p.y - 6.98F, 0.1F);
    return (forehead + cheeks) * smoothStep(0.9F, 1.1F, p.z);
}

float beard(Vec3 p, const FacialHair& hair)
{
    return std::max({hair.moustache * moustache(p), hair.goatee * goatee(p),
                     hair.fullBeard * fullBeard(p), hair.sideburns * sideburns(p)});
}

} // namespace portraits::region

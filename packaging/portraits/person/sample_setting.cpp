// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/sample_setting.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace portraits {

namespace {

constexpr float kDegree = std::numbers::pi_v<float> / 180;

Vec3 direction(float azimuth, float elevation)
{
    return {std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
            std::cos(azimuth) * std::cos(elevation)};
}

/// Linear light from cold daylight (-1) to a warm lamp (1), of luminance about 1.
Vec3 lightColor(float warmth)
{
    return warmth > 0 ? mix(Vec3{1, 1, 1}, Vec3{1.28F, 0.94F, 0.66F}, warmth)
                      : mix(Vec3{1, 1, 1}, Vec3{0.84F, 1.0F, 1.22F}, -warmth);
}

struct Hsv {
    float hue, saturation, value; ///< 0..1
};

Vec3 fromHsv(Hsv hsv)
{
    const auto channel
        = [hue = hsv.hue, saturation = hsv.saturation, value = hsv.value](float shift) {
              const float k = std::fmod(shift + hue * 6, 6.0F);
              return value * (1 - saturation * std::clamp(std::min(k, 4 - k), 0.0F, 1.0F));
          };
    return {channel(5), channel(3), channel(1)};
}

Vec3 randomBackgroundColor(Random& random)
{
    // Braces, not parentheses: only in a list are the random numbers drawn from left to right.
    switch (random.pick({0.35F, 0.3F, 0.2F, 0.15F})) {
    case 0: // a wall
        return fromHsv({random.uniform(), random.uniform(0, 0.15F), random.uniform(0.3F, 0.95F)});
    case 1: // the sky
        return fromHsv(
            {random.uniform(0.5F, 0.7F), random.uniform(0.15F, 0.6F), random.uniform(0.3F, 0.85F)});
    case 2: // wood and lamps
        return fromHsv({random.uniform(0.02F, 0.15F), random.uniform(0.2F, 0.6F),
                        random.uniform(0.25F, 0.85F)});
    default:
        return fromHsv(
            {random.uniform(), random.uniform(0.2F, 0.65F), random.uniform(0.15F, 0.8F)});
    }
}

} // namespace

Expression randomExpression(Random& random)
{
    Expression e;
    switch (random.pick({0.3F, 0.18F, 0.3F, 0.1F, 0.06F, 0.06F})) {
    case 0: break;
    case 1: e.smile = random.uniform(0.5F, 0.9F); break; // lips closed
    case 2:
        e.smile = random.uniform(0.55F, 1.0F);
        e.mouthOpen = random.uniform(0.1F, 0.28F);
        break;
    case 3: e.mouthOpen = random.uniform(0.12F, 0.38F); break;
    case 4: e.sadness = random.uniform(0.2F, 0.6F); break;
    default:
        e.frown = random.uniform(0.3F, 0.9F);
        e.squint = random.uniform(0, 0.3F);
        break;
    }
    if (random.chance(0.18F))
        e.browsUp = random.uniform(0.2F, 0.8F);
    if (random.chance(0.15F))
        e.squint += random.uniform(0.1F, 0.4F);
    else if (random.chance(0.12F))
        e.wideEyes = random.uniform(0.1F, 0.5F);
    if (e.smile == 0 && random.chance(0.06F))
        e.pout = random.uniform(0.2F, 0.6F);
    return e;
}

Pose randomPose(Random& random)
{
    Pose pose;
    pose.yaw = random.normal(11 * kDegree);
    pose.pitch = random.normal(4.5F * kDegree);
    pose.roll = random.normal(1.8F * kDegree); // small: the alignment takes most of it away
    const bool looksAtCamera = random.chance(0.78F);
    pose.gazeYaw = looksAtCamera ? -pose.yaw * 0.9F : random.normal(6 * kDegree);
    pose.gazePitch = looksAtCamera ? -pose.pitch * 0.9F : random.normal(3 * kDegree);
    pose.gazeYaw = std::clamp(pose.gazeYaw, -20 * kDegree, 20 * kDegree);
    pose.shiftX = random.normal(0.7F);
    pose.shiftY = random.normal(0.7F);
    pose.zoom = 1 + random.normal(0.02F);
    return pose;
}

Lighting randomLighting(Random& random)
{
    Lighting light;
    const float warmth = std::clamp(random.normal(0.45F) + 0.1F, -1.0F, 1.0F);
    const float side = random.chance(0.5F) ? 1.0F : -1.0F;
    const float azimuth = side * random.uniform(5, 68) * kDegree;
    light.keyDirection = direction(azimuth, random.uniform(8, 58) * kDegree);
    const float fillAzimuth = -azimuth * random.uniform(0.6F, 1.3F) - side * 0.25F;
    light.fillDirection = direction(fillAzimuth, random.uniform(-5, 30) * kDegree);
    const float contrast = random.uniform(); // 0 a cloudy day, 1 a lamp in a dark room
    light.key = lightColor(warmth) * mix(0.42F, 1.1F, contrast);
    light.fill
        = lightColor(-warmth * 0.4F) * mix(0.22F, 0.10F, contrast) * random.uniform(0.5F, 1.4F);
    light.sky = lightColor(-0.3F * warmth - 0.1F) * mix(0.64F, 0.2F, contrast);
    light.ground = light.sky * Vec3{0.72F, 0.62F, 0.55F};
    light.softness = mix(0.35F, 0.08F, contrast);
    light.exposure = 1.04F * std::exp(random.normal(0.13F));
    return light;
}

Background randomBackground(Random& random)
{
    static constexpr BackgroundKind kKinds[]
        = {BackgroundKind::Plain, BackgroundKind::Gradient, BackgroundKind::Vignette,
           BackgroundKind::Blobs, BackgroundKind::Bands};
    Background background;
    background.kind = kKinds[random.pick({0.15F, 0.3F, 0.2F, 0.22F, 0.13F})];
    background.first = randomBackgroundColor(random);
    background.second = randomBackgroundColor(random);
    background.second = mix(background.first, background.second, random.uniform(0.3F, 1.0F));
    background.third = randomBackgroundColor(random);
    background.third = mix(background.first, background.third, random.uniform(0.2F, 0.8F));
    background.angle = random.uniform(0, 2 * std::numbers::pi_v<float>);
    background.seed = static_cast<std::uint64_t>(random.uniform() * 1e6F);
    return background;
}

} // namespace portraits

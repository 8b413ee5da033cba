// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/background.h"

#include "paint/noise.h"

#include <algorithm>
#include <cmath>

namespace portraits {

namespace {

Vec3 colorAt(const Background& b, float x, float y)
{
    const float dx = x - 0.5F, dy = y - 0.5F;
    const float along = 0.5F + dx * std::cos(b.angle) + dy * std::sin(b.angle);
    switch (b.kind) {
    case BackgroundKind::Plain: return b.first;
    case BackgroundKind::Gradient: return mix(b.first, b.second, smoothStep(-0.1F, 1.1F, along));
    case BackgroundKind::Vignette:
        return mix(
            b.first, b.second * 0.55F,
            smoothStep(0.15F, 0.8F, std::hypot(x - 0.5F - 0.2F * std::cos(b.angle), dy * 0.9F)));
    case BackgroundKind::Blobs: {
        const float one = smoothStep(0.3F, 0.7F, cloudNoise({x * 3, y * 3, 0.5F}, b.seed));
        const float two = smoothStep(0.35F, 0.75F, cloudNoise({x * 2.2F, y * 2.2F, 9.5F}, b.seed));
        return mix(mix(b.first, b.second, one), b.third, 0.8F * two);
    }
    case BackgroundKind::Bands: {
        const float wave = cloudNoise({along * 5, 0.3F, 0.7F}, b.seed);
        return mix(mix(b.first, b.second, smoothStep(0.25F, 0.75F, wave)), b.third,
                   0.4F * smoothStep(0.3F, 1.0F, y));
    }
    }
    return b.first;
}

/// Mitchell and Netravali's cubic filter (B = C = 1/3): a good compromise between blur and ringing.
float mitchell(float x)
{
    x = std::abs(x);
    if (x < 1)
        return (7 * x * x * x - 12 * x * x + 16.0F / 3) / 6;
    if (x < 2)
        return (-7.0F / 3 * x * x * x + 12 * x * x - 20 * x + 32.0F / 3) / 6;
    return 0;
}

} // namespace

Picture paintBackground(const Background& background, int size)
{
    Picture picture(size, size);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const float grain = 0.008F * (cellNoise(x, y, 3, background.seed) - 0.5F);
            const auto at
                = [&](int i) { return (static_cast<float>(i) + 0.5F) / static_cast<float>(size); };
            picture.at(x, y).color = colorAt(background, at(x), at(y)) + Vec3{grain, grain, grain};
        }
    }
    return picture;
}

Picture composed(const Picture& figure, const Picture& background)
{
    const int factor = figure.width / background.width;
    const int reach = factor * 3 / 2; // a little sharper than the filter's own width of two pixels
    std::vector<float> weights;
    for (int i = -reach; i < factor + reach; ++i)
        weights.push_back(
            mitchell((static_cast<float>(i) + 0.5F - 0.5F * static_cast<float>(factor))
                     / (0.85F * static_cast<float>(factor))));
    float total = 0;
    for (const float w : weights)
        total += w;

    // Columns first, then rows.
    Picture narrow(background.width, figure.height);
    for (int y = 0; y < narrow.height; ++y) {
        for (int x = 0; x < narrow.width; ++x) {
            auto& out = narrow.at(x, y);
            out.alpha = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                const auto& in = figure.at(
                    std::clamp(x * factor - reach + static_cast<int>(k), 0, figure.width - 1), y);
                out.color += in.color * (weights[k] / total);
                out.alpha += in.alpha * (weights[k] / total);
            }
        }
    }
    Picture picture(background.width, background.height);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            Vec3 color;
            float alpha = 0;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                const auto& in = narrow.at(
                    x, std::clamp(y * factor - reach + static_cast<int>(k), 0, narrow.height - 1));
                color += in.color * (weights[k] / total);
                alpha += in.alpha * (weights[k] / total);
            }
            picture.at(x, y).color = color + background.at(x, y).color * (1 - clamp01(alpha));
        }
    }
    return picture;
}

} // namespace portraits

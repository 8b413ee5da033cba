// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/vec3.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace portraits {

/// An RGBA picture of floats, sRGB-encoded in 0..1, first row at the top.
struct Picture {
    struct Pixel {
        Vec3 color;
        float alpha = 1;
    };

    int width = 0, height = 0;
    std::vector<Pixel> pixels;

    Picture() = default;
    Picture(int w, int h)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h))
    {
    }

    [[nodiscard]] Pixel& at(int x, int y)
    {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                      + static_cast<std::size_t>(x)];
    }
    [[nodiscard]] const Pixel& at(int x, int y) const
    {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                      + static_cast<std::size_t>(x)];
    }
    /// Nearest pixel at texture coordinates (v = 0 at the bottom), clamped.
    [[nodiscard]] const Pixel& nearest(Vec2 uv) const;
};

[[nodiscard]] Picture readPng(const std::filesystem::path& path);
[[nodiscard]] Picture enlarged(const Picture& picture, int factor); ///< bilinear

[[nodiscard]] inline float luminance(Vec3 c) { return 0.299F * c.x + 0.587F * c.y + 0.114F * c.z; }

} // namespace portraits

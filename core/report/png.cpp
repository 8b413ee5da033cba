// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/png.h"

#include "core/util/error.h"

#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace fusiform::report {

namespace {

std::uint8_t byteOf(float value)
{
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.F, 1.F)));
}

bool isGrey(const image::Picture& picture)
{
    for (std::size_t i = 0; i + 2 < picture.rgb.size(); i += 3)
        if (picture.rgb[i] != picture.rgb[i + 1] || picture.rgb[i] != picture.rgb[i + 2])
            return false;
    return true;
}

std::string base64(const std::vector<std::byte>& bytes)
{
    constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve(4 * ((bytes.size() + 2) / 3));
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t b = 0; b < 3; ++b)
            group
                = group << 8 | (i + b < bytes.size() ? std::to_integer<unsigned>(bytes[i + b]) : 0);
        for (std::size_t c = 0; c < 4; ++c)
            text += i + c > bytes.size() ? '=' : kLetters[group >> (18 - 6 * c) & 63U];
    }
    return text;
}

} // namespace

std::vector<std::byte> pngBytes(const image::Picture& picture)
{
    const std::size_t step = isGrey(picture) ? 3 : 1;
    std::vector<std::uint8_t> pixels;
    for (std::size_t i = 0; i < picture.rgb.size(); i += step)
        pixels.push_back(byteOf(picture.rgb[i]));
    png_image png = {};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(picture.width);
    png.height = static_cast<png_uint_32>(picture.height);
    png.format = step == 3 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    std::vector<std::byte> bytes(size);
    const bool isDone
        = png_image_write_to_memory(&png, bytes.data(), &size, 0, pixels.data(), 0, nullptr) != 0;
    png_image_free(&png);
    if (!isDone)
        throw failure(FUSIFORM_TR("core", "A picture could not be written: %1").arg(png.message));
    bytes.resize(size);
    return bytes;
}

std::string pngDataUrl(const image::Picture& picture)
{
    return "data:image/png;base64," + base64(pngBytes(picture));
}

} // namespace fusiform::report

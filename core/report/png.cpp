// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/png.h"

#include "core/io/picture_file.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fusiform::report {

namespace {

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

std::string pngDataUrl(const image::Picture& picture)
{
    return "data:image/png;base64," + base64(io::pngBytes(picture));
}

std::string jpegDataUrl(const image::Picture& picture)
{
    return "data:image/jpeg;base64," + base64(io::jpegBytes(picture));
}

} // namespace fusiform::report

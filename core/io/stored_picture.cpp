// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/stored_picture.h"

#include "core/util/error.h"

namespace fusiform::io {

void checkPictureSize(const std::filesystem::path& file, std::uint64_t width, std::uint64_t height)
{
    constexpr std::uint64_t kMostPixels = 100'000'000;
    if (width == 0 || height == 0 || width * height > kMostPixels)
        throw badData(file, FUSIFORM_TR("core", "at most 100 million pixels"),
                      FUSIFORM_TR("core", "%1 x %2 pixels").arg(width).arg(height));
}

int exifOrientation(std::span<const std::byte> tiff)
{
    if (tiff.size() < 8)
        return 1;
    const bool isBigEndian = tiff[0] == std::byte{'M'};
    const auto number = [&](std::size_t place, std::size_t count) {
        std::size_t value = 0;
        for (std::size_t i = 0; i < count && place + i < tiff.size(); ++i)
            value |= std::to_integer<std::size_t>(tiff[place + i])
                     << 8 * (isBigEndian ? count - 1 - i : i);
        return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory > tiff.size())
        return 1;
    const std::size_t entries = number(directory, 2);
    for (std::size_t i = 0; i < entries && directory + 2 + 12 * (i + 1) <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const std::size_t value = number(entry + 8, 2);
        if (number(entry, 2) == 0x0112)
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

} // namespace fusiform::io

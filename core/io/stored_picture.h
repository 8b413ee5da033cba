// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace fusiform::io {

/// Pixels as picture files hold them: 8 bits, RGB, row by row.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

/// A picture as its file holds it, or reduced: a pixel then is the mean of reduction x reduction of
/// the file's.
struct StoredPicture {
    Raster raster;
    int fullWidth = 0; ///< of the file, as is fullHeight
    int fullHeight = 0;
    int reduction = 1;
    int orientation = 1; ///< EXIF, 1 to 8
};

/// By how much a picture of width x height may be reduced while it is read; below 2: not at all. So
/// a face of 128 pixels costs no gigabyte where a camera made a hundred million.
using Reduction = std::function<int(int width, int height)>;

/// @throws Error{BadData} beyond 100 million pixels.
void checkPictureSize(const std::filesystem::path& file, std::uint64_t width, std::uint64_t height);
/// The orientation in a TIFF block, as EXIF holds it; 1 if it says none.
[[nodiscard]] int exifOrientation(std::span<const std::byte> tiff);

} // namespace fusiform::io

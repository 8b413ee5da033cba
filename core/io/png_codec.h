// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/stored_picture.h"

namespace fusiform::io {

[[nodiscard]] bool isPng(std::span<const std::byte> bytes);
/// Grey, palettes, 16 bits and interlaced files become RGB of 8 bits in sRGB; what is transparent
/// shows white. Row by row: a reduced picture needs no more memory than itself.
/// @throws Error{BadData} naming the file if it is damaged or too large.
[[nodiscard]] StoredPicture decodePng(const std::filesystem::path& file,
                                      std::span<const std::byte> bytes, const Reduction& reduction);

enum class PngEffort { Fast, Usual };
enum class PngColour { Rgb, GreyWherePossible };
[[nodiscard]] std::vector<std::byte> encodePng(const Raster& raster, PngColour colour,
                                               PngEffort effort);

} // namespace fusiform::io

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/stored_picture.h"

namespace fusiform::io {

[[nodiscard]] bool isJpeg(std::span<const std::byte> bytes);
/// Grey, CMYK and YCCK become RGB; progressive files too. Reduced by 2, 4 or 8 in the transform
/// itself, which then costs less.
/// @throws Error{BadData} naming the file if it is damaged or too large.
[[nodiscard]] StoredPicture decodeJpeg(const std::filesystem::path& file,
                                       std::span<const std::byte> bytes,
                                       const Reduction& reduction);
/// Quality 95, full resolution of colour.
[[nodiscard]] std::vector<std::byte> encodeJpeg(const Raster& raster);

} // namespace fusiform::io

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/io/stored_picture.h"

#include <filesystem>
#include <span>
#include <vector>

namespace fusiform::io {

/// Whether the name ends as those of JPEG and PNG files do.
[[nodiscard]] bool isPictureName(const std::filesystem::path& file);

/// Reads a JPEG or PNG (told apart by content) as RGB; grey, CMYK, palettes and 16 bits are
/// converted, transparency shows white, an EXIF orientation is applied.
/// @throws Error{BadData} naming the file if it is neither, is damaged, or has more than 100
/// million pixels.
[[nodiscard]] image::Picture readPicture(const std::filesystem::path& file);

/// A picture in which a pixel may be the mean of several of the file's.
struct ReducedPicture {
    image::Picture picture;
    int fullWidth = 0; ///< of the file's picture, turned as EXIF says
    int fullHeight = 0;
    int reduction = 1; ///< pixels of the file along a pixel of the picture
};
/// The same for who needs less than all pixels: by no more than `reduction` says, and by less where
/// the format wants it so. @throws as readPicture
[[nodiscard]] ReducedPicture readReduced(const std::filesystem::path& file,
                                         const Reduction& reduction);

/// By the file's extension: .png or .jpg. Written beside, then renamed.
void writePicture(const std::filesystem::path& file, const image::Picture& picture);
/// The bytes of a PNG as small as libpng makes it by default; grey pictures get one channel.
[[nodiscard]] std::vector<std::byte> pngBytes(const image::Picture& picture);
/// The bytes of a JPEG of quality 95 with full resolution of colour.
[[nodiscard]] std::vector<std::byte> jpegBytes(const image::Picture& picture);
/// Pictures in a grid with `columns` columns and `gap` pixels of white between them; all of one
/// size.
[[nodiscard]] image::Picture contactSheet(std::span<const image::Picture> pictures, int columns,
                                          int gap);

} // namespace fusiform::io

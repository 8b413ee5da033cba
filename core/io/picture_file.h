// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/error.h"
#include "core/util/progress.h"

#include <filesystem>
#include <span>
#include <vector>

namespace fusiform::io {

/// Reads a JPEG or PNG (told apart by content) as RGB; grey, CMYK, 16-bit and alpha are converted,
/// an EXIF rotation is applied.
/// @throws Error{BadData} naming the file if it is neither, is damaged, or has more than 100
/// million pixels.
[[nodiscard]] image::Picture readPicture(const std::filesystem::path& file);
/// Reads, crops to the centred square and resizes to `size`; in parallel, in the order of `files`.
[[nodiscard]] std::vector<image::Picture> readFaces(std::span<const std::filesystem::path> files,
                                                    int size, Progress& progress);
/// The same, without the files that are no pictures or damaged: what is wrong with each comes into
/// `skipped`, and `files` keeps those that were read.
[[nodiscard]] std::vector<image::Picture>
readReadableFaces(std::vector<std::filesystem::path>& files, int size, std::vector<Error>& skipped,
                  Progress& progress);
/// By the file's extension: .png or .jpg. Written beside, then renamed.
void writePicture(const std::filesystem::path& file, const image::Picture& picture);
/// The bytes of a PNG as small as libpng makes it by default; grey pictures get one channel.
[[nodiscard]] std::vector<std::byte> pngBytes(const image::Picture& picture);
/// Pictures in a grid with `columns` columns and `gap` pixels of white between them; all of one
/// size.
[[nodiscard]] image::Picture contactSheet(std::span<const image::Picture> pictures, int columns,
                                          int gap);

} // namespace fusiform::io

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_file.h"

#include "core/io/jpeg_codec.h"
#include "core/io/png_codec.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace fusiform::io {

namespace {

using image::Picture;

/// EXIF orientations 5 to 8 exchange rows and columns.
bool isTurned(int orientation) { return orientation >= 5; }

/// 0..255 as 0..1.
std::array<float, 256> lightOfBytes()
{
    std::array<float, 256> light;
    for (int value = 0; value < 256; ++value)
        light[static_cast<std::size_t>(value)] = static_cast<float>(value) / 255.0F;
    return light;
}

Picture oriented(const Raster& raster, int orientation)
{
    static const std::array<float, 256> kLight = lightOfBytes();
    const bool isMirrored
        = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool isFlipped
        = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    // Where the first pixel shown lies in the raster, and how far the next ones are from it.
    const std::ptrdiff_t row = std::ptrdiff_t{3} * raster.width;
    const std::uint8_t* const first = raster.rgb.data()
                                      + (isMirrored ? std::ptrdiff_t{3} * (raster.width - 1) : 0)
                                      + (isFlipped ? row * (raster.height - 1) : 0);
    std::ptrdiff_t right = isMirrored ? -3 : 3;
    std::ptrdiff_t down = isFlipped ? -row : row;
    Picture picture{raster.width, raster.height, {}};
    if (isTurned(orientation)) {
        std::swap(right, down);
        std::swap(picture.width, picture.height);
    }
    picture.rgb.resize(raster.rgb.size());
    float* target = picture.rgb.data();
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const std::uint8_t* const pixel = first + x * right + y * down;
            for (int c = 0; c < 3; ++c)
                *target++ = kLight[pixel[c]];
        }
    return picture;
}

Raster rasterOf(const Picture& picture)
{
    Raster raster{picture.width, picture.height, {}};
    raster.rgb.reserve(picture.rgb.size());
    for (const float value : picture.rgb)
        raster.rgb.push_back(
            static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(value, 0.0F, 1.0F))));
    return raster;
}

/// What may not be read is bad data here: a folder of pictures goes on without it.
std::vector<std::byte> bytesOf(const std::filesystem::path& file)
{
    try {
        return readBinaryFile(file);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Failure)
            throw;
        throw badData(file, FUSIFORM_TR("core", "a picture that can be read"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

StoredPicture decoded(const std::filesystem::path& file, const Reduction& reduction)
{
    const std::vector<std::byte> bytes = bytesOf(file);
    if (isJpeg(bytes))
        return decodeJpeg(file, bytes, reduction);
    if (isPng(bytes))
        return decodePng(file, bytes, reduction);
    throw badData(file, FUSIFORM_TR("core", "a JPEG or PNG picture"),
                  bytes.empty() ? FUSIFORM_TR("core", "an empty file")
                                : FUSIFORM_TR("core", "something else"));
}

} // namespace

bool isPictureName(const std::filesystem::path& file)
{
    const std::string extension = lowerCase(file.extension().string());
    return extension == ".jpg" || extension == ".jpeg" || extension == ".png";
}

Picture readPicture(const std::filesystem::path& file)
{
    return readReduced(file, [](int, int) { return 1; }).picture;
}

ReducedPicture readReduced(const std::filesystem::path& file, const Reduction& reduction)
{
    const StoredPicture stored = decoded(file, reduction);
    ReducedPicture result{oriented(stored.raster, stored.orientation), stored.fullWidth,
                          stored.fullHeight, stored.reduction};
    if (isTurned(stored.orientation))
        std::swap(result.fullWidth, result.fullHeight);
    return result;
}

std::vector<std::byte> pngBytes(const Picture& picture)
{
    return encodePng(rasterOf(picture), PngColour::GreyWherePossible, PngEffort::Usual);
}

std::vector<std::byte> jpegBytes(const Picture& picture) { return encodeJpeg(rasterOf(picture)); }

void writePicture(const std::filesystem::path& file, const Picture& picture)
{
    const std::string extension = lowerCase(file.extension().string());
    // Fast: a third of the time, for files that may be nearly twice as large; faces come by the
    // dozen.
    if (extension == ".png")
        return writeFileAtomically(file,
                                   encodePng(rasterOf(picture), PngColour::Rgb, PngEffort::Fast));
    if (extension == ".jpg" || extension == ".jpeg")
        return writeFileAtomically(file, encodeJpeg(rasterOf(picture)));
    throw usage(
        FUSIFORM_TR("core", "%1: pictures are written as .png or .jpg.").arg(file.string()));
}

Picture contactSheet(std::span<const Picture> pictures, int columns, int gap)
{
    if (pictures.empty() || columns < 1)
        return {};
    const int width = pictures.front().width;
    const int height = pictures.front().height;
    const int count = static_cast<int>(pictures.size());
    const int rows = (count + columns - 1) / columns;
    columns = std::min(columns, count);
    Picture sheet{columns * (width + gap) - gap, rows * (height + gap) - gap, {}};
    sheet.rgb.assign(static_cast<std::size_t>(sheet.width) * sheet.height * 3, 1.0F);
    for (int i = 0; i < count; ++i)
        for (int y = 0; y < height; ++y) {
            const std::size_t target
                = static_cast<std::size_t>(i / columns * (height + gap) + y) * sheet.width
                  + static_cast<std::size_t>(i % columns) * (width + gap);
            std::copy_n(pictures[i].rgb.begin() + std::ptrdiff_t{3} * y * width, 3 * width,
                        sheet.rgb.begin() + static_cast<std::ptrdiff_t>(3 * target));
        }
    return sheet;
}

} // namespace fusiform::io

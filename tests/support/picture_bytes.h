// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <zlib.h>

namespace fusiform::test {

using PictureBytes = std::vector<std::uint8_t>;
/// The samples of a pixel.
using PixelAt = std::function<PictureBytes(int x, int y)>;

inline std::string textOf(const PictureBytes& bytes) { return {bytes.begin(), bytes.end()}; }

struct JpegForm {
    J_COLOR_SPACE space = JCS_RGB; ///< of the pixels
    std::optional<J_COLOR_SPACE> stored = {}; ///< of the file, if not what libjpeg chooses
    bool isProgressive = false;
    PictureBytes exif = {}; ///< the whole block
    int quality = 100;
    bool hasEqualRows = false; ///< only the pixels of the first are asked for
};

/// A JPEG written by libjpeg, which is not what reads it back.
inline PictureBytes jpegOf(const JpegForm& form, int width, int height, const PixelAt& pixel)
{
    jpeg_compress_struct codec;
    jpeg_error_mgr errors;
    codec.err = jpeg_std_error(&errors);
    jpeg_create_compress(&codec);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&codec, &buffer, &size);
    codec.image_width = static_cast<JDIMENSION>(width);
    codec.image_height = static_cast<JDIMENSION>(height);
    codec.input_components = static_cast<int>(pixel(0, 0).size());
    codec.in_color_space = form.space;
    jpeg_set_defaults(&codec);
    if (form.stored)
        jpeg_set_colorspace(&codec, *form.stored);
    jpeg_set_quality(&codec, form.quality, TRUE);
    if (form.isProgressive)
        jpeg_simple_progression(&codec);
    jpeg_start_compress(&codec, TRUE);
    if (!form.exif.empty())
        jpeg_write_marker(&codec, JPEG_APP0 + 1, form.exif.data(),
                          static_cast<unsigned>(form.exif.size()));
    PictureBytes line;
    while (codec.next_scanline < codec.image_height) {
        if (line.empty() || !form.hasEqualRows) {
            line.clear();
            for (int x = 0; x < width; ++x)
                for (const std::uint8_t sample : pixel(x, static_cast<int>(codec.next_scanline)))
                    line.push_back(sample);
        }
        JSAMPROW row = line.data();
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    const PictureBytes bytes(buffer, buffer + size);
    std::free(buffer);
    return bytes;
}
/// Equal pixels.
inline PictureBytes jpegOf(J_COLOR_SPACE space, const PictureBytes& pixel, int width, int height)
{
    JpegForm form;
    form.space = space;
    return jpegOf(form, width, height, [&](int, int) { return pixel; });
}

/// A TIFF block in little-endian that says an orientation and nothing else.
inline PictureBytes orientationTiff(int orientation)
{
    return {'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            static_cast<std::uint8_t>(orientation),
            0,
            0,
            0,
            0,
            0,
            0,
            0};
}
/// The same as JPEGs have it.
inline PictureBytes orientationExif(int orientation)
{
    PictureBytes exif = {'E', 'x', 'i', 'f', 0, 0};
    const PictureBytes tiff = orientationTiff(orientation);
    exif.insert(exif.end(), tiff.begin(), tiff.end());
    return exif;
}

inline void addNumber(PictureBytes& bytes, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

inline void addChunk(PictureBytes& png, const char* type, const PictureBytes& content)
{
    addNumber(png, static_cast<std::uint32_t>(content.size()));
    PictureBytes named(type, type + 4);
    named.insert(named.end(), content.begin(), content.end());
    png.insert(png.end(), named.begin(), named.end());
    addNumber(png,
              static_cast<std::uint32_t>(crc32(0, named.data(), static_cast<uInt>(named.size()))));
}

struct PngForm {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int bits = 8;
    int colourType = 2; ///< 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
    bool isInterlaced = false;
    std::vector<std::pair<std::string, PictureBytes>> chunks = {}; ///< between header and pixels
};

/// A PNG by the letter of its standard. @param lines filter byte and samples of every row; of an
/// interlaced one those of every pass
inline PictureBytes pngOf(const PngForm& form, const PictureBytes& lines)
{
    PictureBytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    PictureBytes header;
    addNumber(header, form.width);
    addNumber(header, form.height);
    for (const int value : {form.bits, form.colourType, 0, 0, form.isInterlaced ? 1 : 0})
        header.push_back(static_cast<std::uint8_t>(value));
    addChunk(png, "IHDR", header);
    for (const auto& [type, content] : form.chunks)
        addChunk(png, type.c_str(), content);
    PictureBytes packed(compressBound(lines.size()));
    uLongf size = packed.size();
    compress(packed.data(), &size, lines.data(), lines.size());
    packed.resize(size);
    addChunk(png, "IDAT", packed);
    addChunk(png, "IEND", {});
    return png;
}
inline PictureBytes pngOf(std::uint32_t width, std::uint32_t height, int bits, int colourType,
                          const PictureBytes& lines)
{
    return pngOf(PngForm{width, height, bits, colourType}, lines);
}

/// The rows of an RGB picture as an interlaced PNG has them: Adam7, from the table of the standard.
inline PictureBytes interlacedLines(int width, int height, const PixelAt& pixel)
{
    struct Pass {
        int x, y, right, down;
    };
    PictureBytes lines;
    for (const Pass& pass : {Pass{0, 0, 8, 8}, Pass{4, 0, 8, 8}, Pass{0, 4, 4, 8}, Pass{2, 0, 4, 4},
                             Pass{0, 2, 2, 4}, Pass{1, 0, 2, 2}, Pass{0, 1, 1, 2}}) {
        if (pass.x >= width)
            continue;
        for (int y = pass.y; y < height; y += pass.down) {
            lines.push_back(0);
            for (int x = pass.x; x < width; x += pass.right)
                for (const std::uint8_t sample : pixel(x, y))
                    lines.push_back(sample);
        }
    }
    return lines;
}

} // namespace fusiform::test

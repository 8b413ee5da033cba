// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_file.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/parallel.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <jerror.h>
#include <jpeglib.h>
#include <png.h>

namespace fusiform::io {

namespace {

using image::Picture;
using Bytes = std::span<const std::byte>;

constexpr std::uint64_t kMostPixels = 100'000'000;

/// Pixels as files hold them: 8 bits, RGB, row by row.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

const std::uint8_t* rawBytes(Bytes bytes)
{
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

void checkSize(const std::filesystem::path& file, std::uint64_t width, std::uint64_t height)
{
    if (width == 0 || height == 0 || width * height > kMostPixels)
        throw badData(file, FUSIFORM_TR("core", "at most 100 million pixels"),
                      FUSIFORM_TR("core", "%1 x %2 pixels").arg(width).arg(height));
}

// ---- JPEG. libjpeg reports errors by a call that must not return, hence longjmp. It is kept in
// JpegErrors: the work passed to run() may call libjpeg and write to objects that live outside, but
// owns nothing with a destructor.

class JpegErrors {
public:
    JpegErrors()
    {
        jpeg_std_error(&m_manager);
        m_manager.error_exit = [](j_common_ptr codec) { fail(codec); };
        m_manager.emit_message = [](j_common_ptr codec, int level) {
            if (level < 0 && isDamage(codec->err->msg_code))
                fail(codec);
        };
        m_manager.output_message = [](j_common_ptr) {};
    }
    [[nodiscard]] jpeg_error_mgr* manager() { return &m_manager; }
    [[nodiscard]] const char* message() const { return m_message.data(); }

    /// False if libjpeg gave up; then message() says why.
    template <class Work>
    [[nodiscard]] bool run(const Work& work)
    {
        if (setjmp(m_jump))
            return false;
        work();
        return true;
    }

private:
    [[noreturn]] static void fail(j_common_ptr codec)
    {
        // m_manager is the first member, so its address is the object's.
        auto* const self = reinterpret_cast<JpegErrors*>(codec->err);
        (codec->err->format_message)(codec, self->m_message.data());
        std::longjmp(self->m_jump, 1);
    }
    /// Warnings after which pixels are missing or invented; others are about style.
    static bool isDamage(int code)
    {
        return code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE
               || code == JWRN_MUST_RESYNC || code == JWRN_BOGUS_PROGRESSION;
    }

    jpeg_error_mgr m_manager = {};
    std::jmp_buf m_jump = {};
    std::array<char, JMSG_LENGTH_MAX> m_message = {};
};

/// The orientation (1 to 8) in an EXIF block, 1 if there is none.
int exifOrientation(Bytes block)
{
    constexpr std::size_t kHeader = 6; // "Exif", two zeros; then TIFF
    if (block.size() < kHeader + 8 || std::memcmp(block.data(), "Exif\0\0", kHeader) != 0)
        return 1;
    const Bytes tiff = block.subspan(kHeader);
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

/// A decompressor that is destroyed whatever happens.
struct JpegReader {
    jpeg_decompress_struct codec = {};
    ~JpegReader() { jpeg_destroy_decompress(&codec); }
};

/// Adobe writes CMYK inverted: 255 is no ink.
void rgbFromCmyk(const std::uint8_t* cmyk, std::uint8_t* rgb, int pixels, bool isInverted)
{
    for (int i = 0; i < pixels; ++i, cmyk += 4, rgb += 3)
        for (int c = 0; c < 3; ++c) {
            const int light = isInverted ? cmyk[c] : 255 - cmyk[c];
            const int black = isInverted ? cmyk[3] : 255 - cmyk[3];
            rgb[c] = static_cast<std::uint8_t>((light * black + 127) / 255);
        }
}

int orientationOf(const jpeg_decompress_struct& codec)
{
    for (const jpeg_marker_struct* marker = codec.marker_list; marker; marker = marker->next) {
        const int orientation
            = exifOrientation(std::as_bytes(std::span(marker->data, marker->data_length)));
        if (orientation != 1)
            return orientation;
    }
    return 1;
}

Raster decodeJpeg(const std::filesystem::path& file, Bytes bytes, int& orientation)
{
    JpegErrors errors;
    JpegReader reader;
    jpeg_decompress_struct& codec = reader.codec;
    codec.err = errors.manager();
    const auto check = [&](bool isDone) {
        if (!isDone)
            throw badData(file, FUSIFORM_TR("core", "a whole JPEG picture"),
                          FUSIFORM_TR("core", "damage: %1").arg(errors.message()));
    };
    check(errors.run([&] {
        jpeg_create_decompress(&codec);
        jpeg_save_markers(&codec, JPEG_APP0 + 1, 0xFFFF);
        jpeg_mem_src(&codec, rawBytes(bytes), bytes.size());
        jpeg_read_header(&codec, TRUE);
    }));
    checkSize(file, codec.image_width, codec.image_height);
    orientation = orientationOf(codec);
    const bool isCmyk = codec.num_components == 4;
    codec.out_color_space = isCmyk ? JCS_CMYK : JCS_RGB;
    codec.dct_method = JDCT_ISLOW;
    check(errors.run([&] { jpeg_start_decompress(&codec); }));

    Raster raster{static_cast<int>(codec.output_width), static_cast<int>(codec.output_height), {}};
    std::vector<std::uint8_t> line(static_cast<std::size_t>(raster.width) * (isCmyk ? 4 : 3));
    // Rows are added as they come: a small file that claims a huge picture costs no memory.
    for (int y = 0; y < raster.height; ++y) {
        JSAMPROW row = line.data();
        check(errors.run([&] { jpeg_read_scanlines(&codec, &row, 1); }));
        raster.rgb.resize(static_cast<std::size_t>(raster.width) * 3 * (y + 1));
        std::uint8_t* const target
            = raster.rgb.data() + static_cast<std::size_t>(raster.width) * 3 * y;
        if (isCmyk)
            rgbFromCmyk(line.data(), target, raster.width, codec.saw_Adobe_marker);
        else
            std::ranges::copy(line, target);
    }
    check(errors.run([&] { jpeg_finish_decompress(&codec); }));
    return raster;
}

struct JpegWriter {
    jpeg_compress_struct codec = {};
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    ~JpegWriter()
    {
        jpeg_destroy_compress(&codec);
        std::free(buffer);
    }
};

std::vector<std::byte> encodeJpeg(const Raster& raster)
{
    constexpr int kQuality = 95;
    JpegErrors errors;
    JpegWriter writer;
    jpeg_compress_struct& codec = writer.codec;
    codec.err = errors.manager();
    const bool isDone = errors.run([&] {
        jpeg_create_compress(&codec);
        jpeg_mem_dest(&codec, &writer.buffer, &writer.size);
        codec.image_width = static_cast<JDIMENSION>(raster.width);
        codec.image_height = static_cast<JDIMENSION>(raster.height);
        codec.input_components = 3;
        codec.in_color_space = JCS_RGB;
        jpeg_set_defaults(&codec);
        jpeg_set_quality(&codec, kQuality, TRUE);
        codec.comp_info[0].h_samp_factor = codec.comp_info[0].v_samp_factor = 1; // full colour
        jpeg_start_compress(&codec, TRUE);
        while (codec.next_scanline < codec.image_height) {
            auto* row = const_cast<JSAMPROW>(raster.rgb.data()
                                             + std::size_t{3} * codec.next_scanline * raster.width);
            jpeg_write_scanlines(&codec, &row, 1);
        }
        jpeg_finish_compress(&codec);
    });
    if (!isDone)
        throw failure(FUSIFORM_TR("core", "The picture cannot be written as JPEG: %1.")
                          .arg(errors.message()));
    const auto* const begin = reinterpret_cast<const std::byte*>(writer.buffer);
    return {begin, begin + writer.size};
}

// ---- PNG, by libpng's simplified interface, which keeps its own errors.

struct PngImage {
    png_image image = {};
    PngImage() { image.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&image); }
};

Raster decodePng(const std::filesystem::path& file, Bytes bytes)
{
    PngImage png;
    const auto check = [&](int isDone) {
        if (!isDone || PNG_IMAGE_FAILED(png.image))
            throw badData(file, FUSIFORM_TR("core", "a whole PNG picture"),
                          FUSIFORM_TR("core", "damage: %1").arg(png.image.message));
    };
    check(png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size()));
    checkSize(file, png.image.width, png.image.height);
    png.image.format = PNG_FORMAT_RGB;
    // Without this, 16-bit pictures that do not name their gamma are taken for linear light.
    png.image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    Raster raster{static_cast<int>(png.image.width), static_cast<int>(png.image.height), {}};
    raster.rgb.resize(PNG_IMAGE_SIZE(png.image));
    const png_color white = {255, 255, 255}; // what shows through where the picture is transparent
    check(png_image_finish_read(&png.image, &white, raster.rgb.data(), 0, nullptr));
    return raster;
}

enum class PngEffort { Fast, Usual };

/// @param pixels as `format` (PNG_FORMAT_RGB, PNG_FORMAT_GRAY) wants them
std::vector<std::byte> encodePng(const Raster& raster, std::span<const std::uint8_t> pixels,
                                 png_uint_32 format, PngEffort effort)
{
    PngImage png;
    png.image.width = static_cast<png_uint_32>(raster.width);
    png.image.height = static_cast<png_uint_32>(raster.height);
    png.image.format = format;
    if (effort == PngEffort::Fast)
        png.image.flags |= PNG_IMAGE_FLAG_FAST;
    std::vector<std::byte> bytes(PNG_IMAGE_PNG_SIZE_MAX(png.image));
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&png.image, bytes.data(), &size, 0, pixels.data(), 0, nullptr))
        throw failure(FUSIFORM_TR("core", "The picture cannot be written as PNG: %1.")
                          .arg(png.image.message));
    bytes.resize(size);
    return bytes;
}

/// One byte a pixel where all are grey; empty if one is not.
std::vector<std::uint8_t> greyPixels(const Raster& raster)
{
    std::vector<std::uint8_t> grey;
    for (std::size_t i = 0; i + 2 < raster.rgb.size(); i += 3) {
        if (raster.rgb[i] != raster.rgb[i + 1] || raster.rgb[i] != raster.rgb[i + 2])
            return {};
        grey.push_back(raster.rgb[i]);
    }
    return grey;
}

// ---- both

/// EXIF orientations 5 to 8 exchange rows and columns.
Picture oriented(const Raster& raster, int orientation)
{
    const bool isTurned = orientation >= 5;
    Picture picture{
        isTurned ? raster.height : raster.width, isTurned ? raster.width : raster.height, {}};
    picture.rgb.reserve(raster.rgb.size());
    const bool isMirrored
        = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool isFlipped
        = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            int column = isTurned ? y : x;
            int row = isTurned ? x : y;
            if (isMirrored)
                column = raster.width - 1 - column;
            if (isFlipped)
                row = raster.height - 1 - row;
            const std::uint8_t* const pixel
                = raster.rgb.data() + 3 * (static_cast<std::size_t>(row) * raster.width + column);
            for (int c = 0; c < 3; ++c)
                picture.rgb.push_back(static_cast<float>(pixel[c]) / 255.0F);
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

bool startsWith(Bytes bytes, std::initializer_list<int> signature)
{
    return bytes.size() >= signature.size()
           && std::ranges::equal(signature, bytes.first(signature.size()), {}, {},
                                 [](std::byte byte) { return std::to_integer<int>(byte); });
}

} // namespace

Picture readPicture(const std::filesystem::path& file)
{
    const std::vector<std::byte> bytes = readBinaryFile(file);
    if (startsWith(bytes, {0xFF, 0xD8, 0xFF})) {
        int orientation = 1;
        const Raster raster = decodeJpeg(file, bytes, orientation);
        return oriented(raster, orientation);
    }
    if (startsWith(bytes, {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}))
        return oriented(decodePng(file, bytes), 1);
    throw badData(file, FUSIFORM_TR("core", "a JPEG or PNG picture"),
                  bytes.empty() ? FUSIFORM_TR("core", "an empty file")
                                : FUSIFORM_TR("core", "something else"));
}

namespace {
Picture readFace(const std::filesystem::path& file, int size)
{
    return image::resized(image::centreSquare(readPicture(file)), size, size);
}
} // namespace

std::vector<Picture> readFaces(std::span<const std::filesystem::path> files, int size,
                               Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), files.size());
    std::vector<Picture> pictures(files.size());
    parallelFor(files.size(), [&](std::size_t i) {
        pictures[i] = readFace(files[i], size);
        progress.step();
    });
    return pictures;
}

std::vector<Picture> readReadableFaces(std::vector<std::filesystem::path>& files, int size,
                                       std::vector<Error>& skipped, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), files.size());
    std::vector<Picture> pictures(files.size());
    std::vector<std::optional<Error>> errors(files.size());
    parallelFor(files.size(), [&](std::size_t i) {
        try {
            pictures[i] = readFace(files[i], size);
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::BadData)
                throw;
            errors[i] = error;
        }
        progress.step();
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (errors[i]) {
            skipped.push_back(*errors[i]);
        } else {
            std::swap(files[kept], files[i]);
            std::swap(pictures[kept++], pictures[i]);
        }
    files.resize(kept);
    pictures.resize(kept);
    return pictures;
}

std::vector<std::byte> pngBytes(const Picture& picture)
{
    const Raster raster = rasterOf(picture);
    const std::vector<std::uint8_t> grey = greyPixels(raster);
    return grey.empty() ? encodePng(raster, raster.rgb, PNG_FORMAT_RGB, PngEffort::Usual)
                        : encodePng(raster, grey, PNG_FORMAT_GRAY, PngEffort::Usual);
}

void writePicture(const std::filesystem::path& file, const Picture& picture)
{
    const std::string extension = lowerCase(file.extension().string());
    if (extension == ".png") {
        // A third of the time, for files that may be nearly twice as large: faces come by the
        // dozen.
        const Raster raster = rasterOf(picture);
        return writeFileAtomically(file,
                                   encodePng(raster, raster.rgb, PNG_FORMAT_RGB, PngEffort::Fast));
    }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_codec.h"

#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

namespace fusiform::io {

namespace {

using Bytes = std::span<const std::byte>;

/// libpng's reader of bytes in memory. It reports errors by a call that must not return, hence
/// longjmp: what is passed to run() may call libpng and write to objects that live outside, but
/// owns nothing with a destructor.
class PngReader {
public:
    explicit PngReader(Bytes bytes)
        : m_rest(bytes), m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, fail, ignore))
    {
        if (m_png)
            m_info = png_create_info_struct(m_png);
        if (!m_info)
            throw std::bad_alloc();
        png_set_read_fn(m_png, this, read);
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    [[nodiscard]] png_structp png() const { return m_png; }
    [[nodiscard]] png_infop info() const { return m_info; }
    [[nodiscard]] const char* message() const { return m_message.data(); }

    /// False if libpng gave up; then message() says why.
    template <class Work>
    [[nodiscard]] bool run(const Work& work)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        work();
        return true;
    }

private:
    [[noreturn]] static void fail(png_structp png, png_const_charp message)
    {
        auto* const self = static_cast<PngReader*>(png_get_error_ptr(png));
        std::strncpy(self->m_message.data(), message, self->m_message.size() - 1);
        png_longjmp(png, 1);
    }
    static void ignore(png_structp, png_const_charp) { }
    static void read(png_structp png, png_bytep target, std::size_t count)
    {
        auto* const self = static_cast<PngReader*>(png_get_io_ptr(png));
        if (count > self->m_rest.size())
            png_error(png, "it ends too early");
        std::memcpy(target, self->m_rest.data(), count);
        self->m_rest = self->m_rest.subspan(count);
    }

    Bytes m_rest;
    std::array<char, 128> m_message = {};
    png_structp m_png;
    png_infop m_info = nullptr;
};

/// 8-bit RGB in sRGB, whatever the file has; what a picture does not say of its gamma is sRGB too.
void askForRgb(png_structp png)
{
    png_set_alpha_mode(png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB);
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    const png_color_16 white = {0, 255, 255, 255, 255}; // shows where a picture is transparent
    png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 0);
}

/// Means of boxes of f x f pixels that come in any order; f = 1: the pixels.
class Boxes {
public:
    static constexpr int kLargest = 4096; // 255 times as many pixels still fit into 32 bits
    Boxes(int width, int height, int f)
        : m_width(width),
          m_height(height),
          m_f(f),
          m_raster{(width + f - 1) / f, (height + f - 1) / f, {}}
    {
        const std::size_t values = std::size_t{3} * m_raster.width * m_raster.height;
        m_raster.rgb.resize(values);
        m_sums.resize(f > 1 ? values : 0);
    }
    /// The pixels of row y at columns `first`, `first` + `step`, ...
    void add(const std::vector<std::uint8_t>& rgb, int y, int first, int step)
    {
        const std::size_t row = std::size_t{3} * m_raster.width * (y / m_f);
        if (m_f == 1)
            return place(rgb.data(), m_raster.rgb.data() + row, first, step);
        const std::uint8_t* pixel = rgb.data();
        for (int x = first; x < m_width; x += step, pixel += 3) {
            std::uint32_t* const sum = m_sums.data() + row + std::ptrdiff_t{3} * (x / m_f);
            for (int c = 0; c < 3; ++c)
                sum[c] += pixel[c];
        }
    }
    [[nodiscard]] Raster means()
    {
        std::size_t value = 0;
        for (int y = 0; !m_sums.empty() && y < m_raster.height; ++y)
            for (int x = 0; x < m_raster.width; ++x) {
                const auto pixels = static_cast<std::uint32_t>(std::min(m_f, m_width - x * m_f)
                                                               * std::min(m_f, m_height - y * m_f));
                for (int c = 0; c < 3; ++c, ++value)
                    m_raster.rgb[value]
                        = static_cast<std::uint8_t>((m_sums[value] + pixels / 2) / pixels);
            }
        return std::move(m_raster);
    }

private:
    void place(const std::uint8_t* pixel, std::uint8_t* row, int first, int step) const
    {
        for (int x = first; x < m_width; x += step, pixel += 3)
            std::copy_n(pixel, 3, row + std::ptrdiff_t{3} * x);
    }
    int m_width;
    int m_height;
    int m_f;
    Raster m_raster;
    std::vector<std::uint32_t> m_sums;
};

/// Deflate packs at most 1,032 to one, so a file that claims more is refused before room is made.
void checkContent(const std::filesystem::path& file, Bytes bytes, const PngReader& reader)
{
    const std::size_t width = png_get_image_width(reader.png(), reader.info());
    const std::size_t height = png_get_image_height(reader.png(), reader.info());
    checkPictureSize(file, width, height);
    if (png_get_rowbytes(reader.png(), reader.info()) * height > 1032 * bytes.size())
        throw badData(file, FUSIFORM_TR("core", "a whole PNG picture"),
                      FUSIFORM_TR("core", "%1 bytes for %2 x %3 pixels")
                          .arg(bytes.size())
                          .arg(width)
                          .arg(height));
}

} // namespace

bool isPng(Bytes bytes)
{
    return bytes.size() >= 8 && std::memcmp(bytes.data(), "\x89PNG\r\n\x1A\n", 8) == 0;
}

StoredPicture decodePng(const std::filesystem::path& file, Bytes bytes, const Reduction& reduction)
{
    PngReader reader(bytes);
    png_structp png = reader.png();
    png_infop info = reader.info();
    const auto check = [&](bool isDone) {
        if (!isDone)
            throw badData(file, FUSIFORM_TR("core", "a whole PNG picture"),
                          FUSIFORM_TR("core", "damage: %1").arg(reader.message()));
    };
    check(reader.run([&] { png_read_info(png, info); }));
    checkContent(file, bytes, reader);

    StoredPicture picture;
    const int width = picture.fullWidth = static_cast<int>(png_get_image_width(png, info));
    const int height = picture.fullHeight = static_cast<int>(png_get_image_height(png, info));
    picture.reduction = std::clamp(reduction(width, height), 1, Boxes::kLargest);
    png_uint_32 exifBytes = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(png, info, &exifBytes, &exif) != 0)
        picture.orientation = exifOrientation({reinterpret_cast<std::byte*>(exif), exifBytes});
    check(reader.run([&] {
        askForRgb(png);
        png_read_update_info(png, info);
    }));

    Boxes boxes(width, height, picture.reduction);
    std::vector<std::uint8_t> row(png_get_rowbytes(png, info));
    // The seven passes of an interlaced file are pictures of some of its columns and rows.
    const bool isInterlaced = png_get_interlace_type(png, info) == PNG_INTERLACE_ADAM7;
    for (int pass = 0; pass < (isInterlaced ? PNG_INTERLACE_ADAM7_PASSES : 1); ++pass) {
        const int firstColumn = isInterlaced ? PNG_PASS_START_COL(pass) : 0;
        const int firstRow = isInterlaced ? PNG_PASS_START_ROW(pass) : 0;
        const int columnStep = isInterlaced ? PNG_PASS_COL_OFFSET(pass) : 1;
        const int rowStep = isInterlaced ? PNG_PASS_ROW_OFFSET(pass) : 1;
        if (firstColumn >= width)
            continue;
        for (int y = firstRow; y < height; y += rowStep) {
            check(reader.run([&] { png_read_row(png, row.data(), nullptr); }));
            boxes.add(row, y, firstColumn, columnStep);
        }
    }
    picture.raster = boxes.means();
    return picture;
}

namespace {

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

} // namespace

std::vector<std::byte> encodePng(const Raster& raster, PngColour colour, PngEffort effort)
{
    std::vector<std::uint8_t> grey;
    if (colour == PngColour::GreyWherePossible)
        grey = greyPixels(raster);
    png_image image = {};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = grey.empty() ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    if (effort == PngEffort::Fast)
        image.flags |= PNG_IMAGE_FLAG_FAST;
    const std::vector<std::uint8_t>& pixels = grey.empty() ? raster.rgb : grey;
    std::vector<std::byte> bytes(PNG_IMAGE_PNG_SIZE_MAX(image));
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr))
        throw failure(
            FUSIFORM_TR("core", "The picture cannot be written as PNG: %1.").arg(image.message));
    bytes.resize(size);
    return bytes;
}

} // namespace fusiform::io

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jpeg_codec.h"

#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <jerror.h>
#include <jpeglib.h>

namespace fusiform::io {

namespace {

// libjpeg reports errors by a call that must not return, hence longjmp. It is kept in
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
    constexpr std::size_t kHeader = 6; // then TIFF
    for (const jpeg_marker_struct* marker = codec.marker_list; marker; marker = marker->next) {
        const auto block = std::as_bytes(std::span(marker->data, marker->data_length));
        if (block.size() < kHeader || std::memcmp(block.data(), "Exif\0\0", kHeader) != 0)
            continue;
        const int orientation = exifOrientation(block.subspan(kHeader));
        if (orientation != 1)
            return orientation;
    }
    return 1;
}

/// A progressive file of a few kilobytes may hold thousands of scans of a huge picture, each of
/// which goes over all of it. Encoders write about ten.
void refuseEndlessScans(j_common_ptr common)
{
    constexpr int kMostScans = 200;
    auto* const codec = reinterpret_cast<j_decompress_ptr>(common);
    if (codec->input_scan_number > kMostScans)
        ERREXIT(common, JERR_BAD_PROGRESSION);
}

/// As libjpeg can reduce: by 1, 2, 4 or 8.
int powerOfTwoUpTo(int most)
{
    int power = 1;
    while (power < 8 && 2 * power <= most)
        power *= 2;
    return power;
}

} // namespace

bool isJpeg(std::span<const std::byte> bytes)
{
    return bytes.size() >= 3 && std::memcmp(bytes.data(), "\xFF\xD8\xFF", 3) == 0;
}

StoredPicture decodeJpeg(const std::filesystem::path& file, std::span<const std::byte> bytes,
                         const Reduction& reduction)
{
    JpegErrors errors;
    JpegReader reader;
    jpeg_decompress_struct& codec = reader.codec;
    codec.err = errors.manager();
    jpeg_progress_mgr monitor = {};
    monitor.progress_monitor = refuseEndlessScans;
    const auto check = [&](bool isDone) {
        if (!isDone)
            throw badData(file, FUSIFORM_TR("core", "a whole JPEG picture"),
                          FUSIFORM_TR("core", "damage: %1").arg(errors.message()));
    };
    check(errors.run([&] {
        jpeg_create_decompress(&codec);
        codec.progress = &monitor;
        jpeg_save_markers(&codec, JPEG_APP0 + 1, 0xFFFF);
        jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        jpeg_read_header(&codec, TRUE);
    }));
    checkPictureSize(file, codec.image_width, codec.image_height);
    StoredPicture picture;
    picture.fullWidth = static_cast<int>(codec.image_width);
    picture.fullHeight = static_cast<int>(codec.image_height);
    picture.orientation = orientationOf(codec);
    picture.reduction = powerOfTwoUpTo(reduction(picture.fullWidth, picture.fullHeight));
    const bool isCmyk = codec.num_components == 4;
    codec.out_color_space = isCmyk ? JCS_CMYK : JCS_RGB;
    codec.dct_method = JDCT_ISLOW;
    codec.scale_num = 1;
    codec.scale_denom = static_cast<unsigned>(picture.reduction);
    check(errors.run([&] { jpeg_start_decompress(&codec); }));

    Raster& raster = picture.raster;
    raster.width = static_cast<int>(codec.output_width);
    raster.height = static_cast<int>(codec.output_height);
    const std::size_t rowBytes = static_cast<std::size_t>(raster.width) * 3;
    std::vector<std::uint8_t> line(static_cast<std::size_t>(raster.width) * (isCmyk ? 4 : 3));
    // Rows are added as they come: a small file that claims a huge picture costs no memory.
    for (int y = 0; y < raster.height; ++y) {
        JSAMPROW row = line.data();
        check(errors.run([&] { jpeg_read_scanlines(&codec, &row, 1); }));
        raster.rgb.resize(rowBytes * (y + 1));
        std::uint8_t* const target = raster.rgb.data() + rowBytes * y;
        if (isCmyk)
            rgbFromCmyk(line.data(), target, raster.width, codec.saw_Adobe_marker);
        else
            std::ranges::copy(line, target);
    }
    check(errors.run([&] { jpeg_finish_decompress(&codec); }));
    return picture;
}

namespace {

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

} // namespace

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

} // namespace fusiform::io

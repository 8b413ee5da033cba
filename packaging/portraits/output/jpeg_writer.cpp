// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/jpeg_writer.h"

#include <cstdio> // jpeglib.h needs it before

#include <jpeglib.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace portraits {

namespace {

std::vector<JSAMPLE> bytesOfRow(const Picture& picture, int y)
{
    std::vector<JSAMPLE> row;
    const auto byte = [](float a) { return static_cast<JSAMPLE>(clamp01(a) * 255 + 0.5F); };
    for (int x = 0; x < picture.width; ++x) {
        const Vec3 c = picture.at(x, y).color;
        row.insert(row.end(), {byte(c.x), byte(c.y), byte(c.z)});
    }
    return row;
}

} // namespace

void writeJpeg(const std::filesystem::path& path, const Picture& picture, int quality)
{
    // Beside, then renamed: a picture that is there is whole.
    auto beside = path;
    beside += ".part";
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(beside.c_str(), "wb"),
                                                         std::fclose);
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file.get());
    jpeg.image_width = static_cast<JDIMENSION>(picture.width);
    jpeg.image_height = static_cast<JDIMENSION>(picture.height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.optimize_coding = TRUE;
    jpeg.dct_method = JDCT_ISLOW; // the same bytes on every processor
    if (quality >= 90) {
        jpeg.comp_info[0].h_samp_factor = 1;
        jpeg.comp_info[0].v_samp_factor = 1;
    }
    jpeg_start_compress(&jpeg, TRUE);
    for (int y = 0; y < picture.height; ++y) {
        auto row = bytesOfRow(picture, y);
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    if (std::fclose(file.release()) != 0)
        throw std::runtime_error("cannot write " + path.string());
    std::filesystem::rename(beside, path);
}

} // namespace portraits

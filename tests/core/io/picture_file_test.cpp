// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_file.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <jpeglib.h>
#include <zlib.h>

using namespace fusiform;
using namespace fusiform::io;
using fusiform::image::Picture;
using fusiform::test::near;

namespace {

using Bytes = std::vector<std::uint8_t>;

std::string textOf(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

Picture noise(int width, int height)
{
    Random random(5);
    Picture picture{width, height, {}};
    for (int i = 0; i < width * height * 3; ++i)
        picture.rgb.push_back(static_cast<float>(random.below(256)) / 255.0F);
    return picture;
}

Picture ramp(int width, int height)
{
    Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {4 * x, 4 * y, 128})
                picture.rgb.push_back(static_cast<float>(value) / 255.0F);
    return picture;
}

double largestDifference(const Picture& a, const Picture& b)
{
    if (a.width != b.width || a.height != b.height)
        return INFINITY;
    return static_cast<double>((a.vector() - b.vector()).cwiseAbs().maxCoeff());
}

/// A JPEG of equal pixels, written by libjpeg; `exif` goes into an APP1 block.
Bytes jpegOf(J_COLOR_SPACE space, const Bytes& pixel, int width, int height, const Bytes& exif = {})
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
    codec.input_components = static_cast<int>(pixel.size());
    codec.in_color_space = space;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, 100, TRUE);
    jpeg_start_compress(&codec, TRUE);
    if (!exif.empty())
        jpeg_write_marker(&codec, JPEG_APP0 + 1, exif.data(), static_cast<unsigned>(exif.size()));
    Bytes line;
    for (int x = 0; x < width; ++x)
        line.insert(line.end(), pixel.begin(), pixel.end());
    while (codec.next_scanline < codec.image_height) {
        JSAMPROW row = line.data();
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    const Bytes bytes(buffer, buffer + size);
    std::free(buffer);
    return bytes;
}

void addNumber(Bytes& bytes, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

void addChunk(Bytes& png, const char* type, const Bytes& content)
{
    addNumber(png, static_cast<std::uint32_t>(content.size()));
    Bytes named(type, type + 4);
    named.insert(named.end(), content.begin(), content.end());
    png.insert(png.end(), named.begin(), named.end());
    addNumber(png,
              static_cast<std::uint32_t>(crc32(0, named.data(), static_cast<uInt>(named.size()))));
}

/// A PNG by the letter of its standard. @param lines filter byte and samples of every row.
Bytes pngOf(std::uint32_t width, std::uint32_t height, int bits, int colourType, const Bytes& lines)
{
    Bytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    Bytes header;
    addNumber(header, width);
    addNumber(header, height);
    for (const int value : {bits, colourType, 0, 0, 0})
        header.push_back(static_cast<std::uint8_t>(value));
    addChunk(png, "IHDR", header);
    Bytes packed(compressBound(lines.size()));
    uLongf size = packed.size();
    compress(packed.data(), &size, lines.data(), lines.size());
    packed.resize(size);
    addChunk(png, "IDAT", packed);
    addChunk(png, "IEND", {});
    return png;
}

Picture readBack(const std::string& content, const char* name = "face.bin")
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / name, content);
    return readPicture(folder.path() / name);
}

/// Every shorter version of a file is refused, or is still the whole picture (the last bytes of a
/// PNG only say that it ends).
void checkTruncations(const std::string& whole)
{
    const Picture wanted = readBack(whole);
    std::size_t refused = 0;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        try {
            const Picture read = readBack(whole.substr(0, length));
            QVERIFY2(read.rgb == wanted.rgb, qPrintable(QString("at %1 bytes").arg(length)));
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("face.bin") != std::string::npos);
            ++refused;
        }
    }
    QVERIFY(refused + 24 >= whole.size());
}

} // namespace

class PictureFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pngKeepsEveryByte()
    {
        const test::TemporaryFolder folder;
        const Picture picture = noise(17, 9);
        writePicture(folder.path() / "a.png", picture);
        QVERIFY(largestDifference(readPicture(folder.path() / "a.png"), picture) < 1e-6);
        QCOMPARE(folder.files().size(), 1U);
    }
    void jpegIsNearTheOriginal()
    {
        const test::TemporaryFolder folder;
        const Picture picture = ramp(32, 48);
        writePicture(folder.path() / "a.JPG", picture);
        // Quality 95 on a smooth picture: a few grey values of 255.
        QVERIFY(largestDifference(readPicture(folder.path() / "a.JPG"), picture) < 6.0 / 255);
    }
    void otherExtensionsAreRefused()
    {
        const test::TemporaryFolder folder;
        try {
            writePicture(folder.path() / "a.gif", ramp(4, 4));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
        }
        QVERIFY(folder.files().empty());
    }
    void valuesOutsideTheRangeAreClipped()
    {
        const test::TemporaryFolder folder;
        writePicture(folder.path() / "a.png", {1, 1, {-0.5F, 0.5F, 7.0F}});
        const Picture read = readPicture(folder.path() / "a.png");
        QVERIFY(read.rgb == (std::vector<float>{0, 128.0F / 255, 1}));
    }

    void aGreyJpegBecomesRgb()
    {
        const Picture read = readBack(textOf(jpegOf(JCS_GRAYSCALE, {77}, 9, 5)));
        QCOMPARE(read.width, 9);
        QCOMPARE(read.height, 5);
        for (const float value : read.rgb)
            QVERIFY(near(static_cast<double>(value), 77.0 / 255, 1.5 / 255));
    }
    void aCmykJpegBecomesRgb()
    {
        // As Adobe writes it, 255 is no ink: full magenta and yellow make red, half black darkens
        // it.
        const Picture read = readBack(textOf(jpegOf(JCS_CMYK, {255, 0, 0, 128}, 8, 8)));
        QVERIFY(near(static_cast<double>(read.rgb[0]), 128.0 / 255, 2.0 / 255));
        QVERIFY(near(static_cast<double>(read.rgb[1]), 0, 2.0 / 255));
        QVERIFY(near(static_cast<double>(read.rgb[2]), 0, 2.0 / 255));
    }
    void aSixteenBitPngBecomesEightBit()
    {
        // Two RGB pixels of 16 bits: as bright as their upper bytes say, not taken for linear
        // light.
        const Bytes lines = {0, 0x80, 0x80, 0, 0, 0xFF, 0xFF, 0x20, 0x20, 0x40, 0x40, 0x60, 0x60};
        const Picture read = readBack(textOf(pngOf(2, 1, 16, 2, lines)));
        const std::vector<int> wanted = {0x80, 0, 0xFF, 0x20, 0x40, 0x60};
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY(near(static_cast<double>(read.rgb[i]), wanted[i] / 255.0, 1.01 / 255));
    }
    void greyAndPaletteBitsAndTransparencyOfPngsAreConverted()
    {
        const Picture grey = readBack(textOf(pngOf(2, 1, 8, 0, {0, 10, 200})));
        QVERIFY(near(static_cast<double>(grey.rgb[5]), 200.0 / 255, 1e-6));
        const Picture bits = readBack(textOf(pngOf(8, 1, 1, 0, {0, 0b01000001})));
        QCOMPARE(bits.rgb[0], 0.0F);
        QCOMPARE(bits.rgb[3], 1.0F);
        // Nothing of a transparent black pixel is seen: the ground is white.
        const Picture clear = readBack(textOf(pngOf(2, 1, 8, 6, {0, 0, 0, 0, 0, 9, 9, 9, 255})));
        QCOMPARE(clear.rgb[0], 1.0F);
        QVERIFY(near(static_cast<double>(clear.rgb[3]), 9.0 / 255, 1e-6));
    }
    void anExifRotationIsApplied()
    {
        // Orientation 6 in little-endian TIFF: the camera was turned, rows become columns.
        const Bytes exif = {'E',  'x',  'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0,
                            0x12, 0x01, 3,   0,   1, 0, 0,   0,   6,  0, 0, 0, 0, 0, 0, 0};
        const Picture turned = readBack(textOf(jpegOf(JCS_RGB, {10, 20, 30}, 16, 8, exif)));
        QCOMPARE(turned.width, 8);
        QCOMPARE(turned.height, 16);
        Bytes damaged = exif;
        damaged[10] = 0xFF; // the directory lies beyond the block
        damaged[11] = 0xFF;
        QCOMPARE(readBack(textOf(jpegOf(JCS_RGB, {10, 20, 30}, 16, 8, damaged))).width, 16);
    }

    void aJpegCutOffAnywhereIsBadData()
    {
        checkTruncations(textOf(jpegOf(JCS_RGB, {9, 80, 200}, 12, 12)));
    }
    void aPngCutOffAnywhereIsBadDataOrStillWhole()
    {
        checkTruncations(textOf(
            pngOf(3, 2, 8, 2, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1})));
    }
    void damageNeverCrashes()
    {
        // Only the type of the error counts: some damage gives another valid picture.
        const std::string jpeg = textOf(jpegOf(JCS_RGB, {9, 80, 200}, 12, 12));
        const std::string png = textOf(pngOf(3, 1, 8, 2, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        for (const std::string& whole : {jpeg, png})
            for (std::size_t place = 0; place < whole.size(); ++place)
                for (const int value : {0, 0xFF, 0x41}) {
                    std::string damaged = whole;
                    damaged[place] = static_cast<char>(value);
                    try {
                        (void)readBack(damaged);
                    } catch (const Error& error) {
                        QCOMPARE(error.kind(), ErrorKind::BadData);
                    }
                }
    }
    void aDamagedJpegIsNamed()
    {
        std::string bytes = textOf(jpegOf(JCS_RGB, {9, 80, 200}, 64, 64));
        bytes.resize(bytes.size() / 2);
        try {
            (void)readBack(bytes, "subject-03.jpg");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("subject-03.jpg") != std::string::npos);
        }
    }
    void aSmallFileThatClaimsAHugePictureIsRefused()
    {
        try {
            (void)readBack(textOf(pngOf(60000, 60000, 8, 2, {0, 1, 2, 3})));
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("60000") != std::string::npos);
        }
    }
    void otherFilesAreRefused()
    {
        for (const char* const content : {"", "GIF89a", "BM", "\xFF\xD8"})
            QVERIFY_THROWS_EXCEPTION(Error, (void)readBack(content));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readPicture("/nowhere/face.png"));
    }

    void facesAreCroppedResizedAndInOrder()
    {
        const test::TemporaryFolder folder;
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 9; ++i) {
            Picture picture{30, 20, std::vector<float>(30 * 20 * 3, static_cast<float>(i) / 10)};
            for (int y = 0; y < 20; ++y) // the sides that the crop removes
                for (const int x : {0, 1, 2, 3, 4, 25, 26, 27, 28, 29})
                    for (int c = 0; c < 3; ++c)
                        picture.rgb[static_cast<std::size_t>(3 * (y * 30 + x) + c)] = 1;
            files.push_back(folder.path() / (std::to_string(i) + ".png"));
            writePicture(files.back(), picture);
        }
        Progress progress;
        const std::vector<Picture> faces = readFaces(files, 10, progress);
        for (std::size_t i = 0; i < faces.size(); ++i) {
            QCOMPARE(faces[i].width, 10);
            QCOMPARE(faces[i].height, 10);
            QVERIFY(near(static_cast<double>(faces[i].rgb.front()), static_cast<double>(i) / 10,
                         2.0 / 255));
        }
    }
    void aContactSheetPlacesPicturesRowByRow()
    {
        const auto plain = [](float value) { return Picture{2, 2, std::vector<float>(12, value)}; };
        const std::vector<Picture> pictures = {plain(0), plain(0.25F), plain(0.5F)};
        const Picture sheet = contactSheet(pictures, 2, 1);
        QCOMPARE(sheet.width, 5);
        QCOMPARE(sheet.height, 5);
        const auto at
            = [&](int x, int y) { return sheet.rgb[static_cast<std::size_t>(3 * (5 * y + x))]; };
        QCOMPARE(at(0, 0), 0.0F);
        QCOMPARE(at(4, 1), 0.25F);
        QCOMPARE(at(1, 4), 0.5F);
        QCOMPARE(at(2, 0), 1.0F); // the gap
        QCOMPARE(at(4, 4), 1.0F); // no fourth picture
        QVERIFY(contactSheet({}, 3, 1).isEmpty());
    }
};

FUSIFORM_TEST(PictureFileTest)
#include "picture_file_test.moc"

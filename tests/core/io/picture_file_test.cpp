// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_file.h"

#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/picture_bytes.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::io;
using fusiform::image::Picture;
using fusiform::test::JpegForm;
using fusiform::test::jpegOf;
using fusiform::test::near;
using fusiform::test::PictureBytes;
using fusiform::test::PngForm;
using fusiform::test::pngOf;
using fusiform::test::textOf;

namespace {

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
        const PictureBytes lines
            = {0, 0x80, 0x80, 0, 0, 0xFF, 0xFF, 0x20, 0x20, 0x40, 0x40, 0x60, 0x60};
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
    void everyExifOrientationIsApplied_data()
    {
        // Where the four quarters of the file are shown, from the table of the EXIF standard
        // (the file's first row is at the top, right, bottom or left; its first column likewise).
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("shown"); // top left, top right, bottom left, bottom right
        QTest::newRow("1") << 1 << "ABCD";
        QTest::newRow("2") << 2 << "BADC";
        QTest::newRow("3") << 3 << "DCBA";
        QTest::newRow("4") << 4 << "CDAB";
        QTest::newRow("5") << 5 << "ACBD";
        QTest::newRow("6") << 6 << "CADB";
        QTest::newRow("7") << 7 << "DBCA";
        QTest::newRow("8") << 8 << "BDAC";
    }
    void everyExifOrientationIsApplied()
    {
        QFETCH(int, orientation);
        QFETCH(QString, shown);
        const auto quarter = [](int x, int y) {
            return static_cast<std::uint8_t>(40 + 60 * ((x >= 16 ? 1 : 0) + (y >= 8 ? 2 : 0)));
        };
        JpegForm form;
        form.space = JCS_GRAYSCALE;
        form.exif = test::orientationExif(orientation);
        const PictureBytes jpeg
            = jpegOf(form, 32, 16, [&](int x, int y) { return PictureBytes{quarter(x, y)}; });
        PngForm pngForm{32, 16, 8, 0};
        pngForm.chunks = {{"eXIf", test::orientationTiff(orientation)}};
        PictureBytes lines;
        for (int y = 0; y < 16; ++y) {
            lines.push_back(0);
            for (int x = 0; x < 32; ++x)
                lines.push_back(quarter(x, y));
        }
        for (const PictureBytes& bytes : {jpeg, pngOf(pngForm, lines)}) {
            const Picture read = readBack(textOf(bytes));
            QCOMPARE(read.width, orientation >= 5 ? 16 : 32);
            QCOMPARE(read.height, orientation >= 5 ? 32 : 16);
            QString found;
            for (const int y : {2, read.height - 3})
                for (const int x : {2, read.width - 3}) {
                    const double value
                        = 255.0
                          * static_cast<double>(
                              read.rgb[static_cast<std::size_t>(3 * (y * read.width + x))]);
                    found += QChar('A' + static_cast<int>(std::lround((value - 40) / 60)));
                }
            QCOMPARE(found, shown);
        }
    }
    void aDamagedExifBlockIsPassedOver()
    {
        JpegForm form;
        form.exif = test::orientationExif(6);
        form.exif[10] = 0xFF; // the directory lies beyond the block
        form.exif[11] = 0xFF;
        const auto grey = [](int, int) { return PictureBytes{10, 20, 30}; };
        QCOMPARE(readBack(textOf(jpegOf(form, 16, 8, grey))).width, 16);
    }
    void anAdobeYcckJpegBecomesRgb()
    {
        JpegForm form;
        form.space = JCS_CMYK;
        form.stored = JCS_YCCK;
        const auto red = [](int, int) { return PictureBytes{255, 0, 0, 128}; };
        const Picture read = readBack(textOf(jpegOf(form, 8, 8, red)));
        QVERIFY(near(static_cast<double>(read.rgb[0]), 128.0 / 255, 3.0 / 255));
        QVERIFY(near(static_cast<double>(read.rgb[1]), 0, 3.0 / 255));
        QVERIFY(near(static_cast<double>(read.rgb[2]), 0, 3.0 / 255));
    }
    void aProgressiveJpegIsThePlainOne()
    {
        const auto ramps = [](int x, int y) {
            return PictureBytes{static_cast<std::uint8_t>(3 * x), static_cast<std::uint8_t>(5 * y),
                                77};
        };
        JpegForm form;
        const Picture plain = readBack(textOf(jpegOf(form, 40, 30, ramps)));
        form.isProgressive = true;
        QVERIFY(readBack(textOf(jpegOf(form, 40, 30, ramps))).rgb == plain.rgb);
    }
    void greyWithAlphaAndTransparentPalettesShowWhite()
    {
        const Picture grey = readBack(textOf(pngOf(3, 1, 8, 4, {0, 50, 255, 50, 0, 51, 128})));
        QVERIFY(near(static_cast<double>(grey.rgb[0]), 50.0 / 255, 1e-6));
        QCOMPARE(grey.rgb[3], 1.0F);
        QVERIFY(grey.rgb[6] > 0.4F && grey.rgb[6] < 0.8F); // between both
        PngForm form{2, 1, 8, 3};
        form.chunks = {{"PLTE", {10, 20, 30, 200, 100, 50}}, {"tRNS", {0}}};
        const Picture palette = readBack(textOf(pngOf(form, {0, 0, 1})));
        QVERIFY(palette.rgb
                == (std::vector<float>{1, 1, 1, 200.0F / 255, 100.0F / 255, 50.0F / 255}));
    }
    void aPaletteOfFourBitsIsRead()
    {
        PngForm form{3, 1, 4, 3};
        form.chunks = {{"PLTE", {0, 0, 0, 255, 0, 0, 0, 255, 0}}};
        const Picture read = readBack(textOf(pngOf(form, {0, 0x12, 0x00})));
        QVERIFY(read.rgb == (std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 0}));
    }
    void anInterlacedPngIsThePlainOne_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const auto& [width, height] : {std::pair(13, 11), {1, 1}, {3, 9}, {8, 8}, {5, 1}})
            QTest::addRow("%d x %d", width, height) << width << height;
    }
    void anInterlacedPngIsThePlainOne()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const auto pixel = [](int x, int y) {
            return PictureBytes{static_cast<std::uint8_t>(7 * x), static_cast<std::uint8_t>(11 * y),
                                static_cast<std::uint8_t>(x * y)};
        };
        PngForm form{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
        form.isInterlaced = true;
        const Picture read
            = readBack(textOf(pngOf(form, test::interlacedLines(width, height, pixel))));
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                for (int c = 0; c < 3; ++c)
                    QCOMPARE(read.rgb[static_cast<std::size_t>(3 * (y * width + x) + c)],
                             static_cast<float>(pixel(x, y)[static_cast<std::size_t>(c)]) / 255);
    }
    void reducedPicturesAreMeansOfTheirPixels_data()
    {
        QTest::addColumn<QString>("form");
        for (const char* form : {"plain png", "interlaced png", "jpeg", "progressive jpeg"})
            QTest::newRow(form) << form;
    }
    void reducedPicturesAreMeansOfTheirPixels()
    {
        QFETCH(QString, form);
        // A ramp: the mean of a box is the value of its middle. JPEG reduces by powers of two.
        const auto ramp = [](int x, int y) {
            return PictureBytes{static_cast<std::uint8_t>(2 * x), static_cast<std::uint8_t>(2 * y),
                                60};
        };
        PictureBytes bytes;
        if (form.contains("jpeg")) {
            JpegForm jpeg;
            jpeg.isProgressive = form.startsWith("progressive");
            bytes = jpegOf(jpeg, 101, 67, ramp);
        } else {
            PngForm png{101, 67};
            png.isInterlaced = form.startsWith("interlaced");
            PictureBytes lines = test::interlacedLines(101, 67, ramp);
            if (!png.isInterlaced) {
                lines.clear();
                for (int y = 0; y < 67; ++y) {
                    lines.push_back(0);
                    for (int x = 0; x < 101; ++x)
                        for (const std::uint8_t sample : ramp(x, y))
                            lines.push_back(sample);
                }
            }
            bytes = pngOf(png, lines);
        }
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a", textOf(bytes));
        const ReducedPicture read
            = readReduced(folder.path() / "a", [](int width, int) { return width / 20; });
        const int factor = form.contains("jpeg") ? 4 : 5;
        QCOMPARE(read.reduction, factor);
        QCOMPARE(read.fullWidth, 101);
        QCOMPARE(read.fullHeight, 67);
        QCOMPARE(read.picture.width, (101 + factor - 1) / factor);
        QCOMPARE(read.picture.height, (67 + factor - 1) / factor);
        for (const auto& [x, y] : {std::pair(3, 2), {10, 7}, {0, 0}}) {
            const auto at = static_cast<std::size_t>(3 * (y * read.picture.width + x));
            const auto middle = [&](int box) { return 2 * (factor * box + (factor - 1) / 2.0); };
            QVERIFY(near(255 * static_cast<double>(read.picture.rgb[at]), middle(x), 2.5));
            QVERIFY(near(255 * static_cast<double>(read.picture.rgb[at + 1]), middle(y), 2.5));
            QVERIFY(near(255 * static_cast<double>(read.picture.rgb[at + 2]), 60, 2.5));
        }
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
    void aHeaderThatLiesCostsNoMemory_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const PictureBytes& bytes) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()));
        };
        row("png, 100,000 x 100,000", pngOf(100000, 100000, 8, 2, PictureBytes(500, 7)));
        row("png, as many pixels as there may be", pngOf(10000, 10000, 8, 6, PictureBytes(500, 7)));
        PngForm interlaced{10000, 10000};
        interlaced.isInterlaced = true;
        row("interlaced png", pngOf(interlaced, PictureBytes(500, 7)));
        row("png of more than an integer", pngOf(0x7FFFFFFF, 0x7FFFFFFF, 8, 2, {0}));
        for (const bool isProgressive : {false, true})
            for (const int side : {65000, 10000}) {
                JpegForm form;
                form.isProgressive = isProgressive;
                PictureBytes jpeg = jpegOf(form, 8, 8, [](int, int) {
                    return PictureBytes{1, 2, 3};
                });
                // The frame header: marker, length, precision, then height and width.
                for (std::size_t i = 0; i + 8 < jpeg.size(); ++i)
                    if (jpeg[i] == 0xFF && jpeg[i + 1] == (isProgressive ? 0xC2 : 0xC0))
                        for (const std::size_t place : {i + 5, i + 7}) {
                            jpeg[place] = static_cast<std::uint8_t>(side / 256);
                            jpeg[place + 1] = static_cast<std::uint8_t>(side % 256);
                        }
                row(qPrintable(
                        QString(isProgressive ? "progressive jpeg, %1" : "jpeg, %1").arg(side)),
                    jpeg);
            }
    }
    void aHeaderThatLiesCostsNoMemory()
    {
        QFETCH(QByteArray, bytes);
        const double before = peakMemoryMb();
        try {
            (void)readBack(bytes.toStdString());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::BadData);
            QVERIFY(std::string(error.what()).find("face.bin: expected ") != std::string::npos);
        }
        // Tables and a few rows; 100 million pixels would be 300 MB.
        QVERIFY2(peakMemoryMb() - before < 50,
                 qPrintable(QString::number(peakMemoryMb() - before)));
    }
    void theNameOfAFileSaysNothingOfItsContent()
    {
        const std::string png = textOf(pngOf(1, 1, 8, 0, {0, 51}));
        QCOMPARE(readBack(png, "face.jpg").rgb[0], 51.0F / 255);
        QCOMPARE(readBack(textOf(jpegOf(JCS_RGB, {9, 80, 200}, 4, 4)), "face.png").width, 4);
        QCOMPARE(readBack(png, "un visage \u00e9tonn\u00e9.png").width, 1);
    }
    void otherFilesAreRefused()
    {
        for (const char* const content : {"", "GIF89a", "BM", "\xFF\xD8"})
            QVERIFY_THROWS_EXCEPTION(Error, (void)readBack(content));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readPicture("/nowhere/face.png"));
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

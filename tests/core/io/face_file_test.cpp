// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/face_file.h"

#include "core/io/picture_file.h"
#include "core/util/memory.h"
#include "tests/support/near.h"
#include "tests/support/picture_bytes.h"
#include "tests/support/planted_face.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::io;
using fusiform::test::near;
using fusiform::test::PictureBytes;
using image::Eyes;
using image::Picture;

namespace {

namespace fs = std::filesystem;

FaceCrop byEyes(int size, const std::map<std::string, Eyes>& eyes)
{
    return {size, std::make_shared<const EyePositions>(EyePositions{"eyes.tsv", eyes})};
}

double eyesOff(const Picture& face)
{
    const Eyes found = test::eyesFound(face);
    const Eyes wanted = image::eyesOfSquare(face.width);
    return std::max((found.left - wanted.left).norm(), (found.right - wanted.right).norm());
}

/// Where the pixel (x, y) of a picture comes to when EXIF turns it to the right (orientation 6).
Eigen::Vector2d turnedRight(const Eigen::Vector2d& place, int height)
{
    return {height - 1 - place.y(), place.x()};
}

/// A large PNG whose rows follow a rule, packed while they are made.
void writeLargePng(const fs::path& file, int side, bool isInterlaced)
{
    // Equal rows of a ramp to the right; of an interlaced file every pass has such rows too.
    const auto value = [&](int x) { return static_cast<std::uint8_t>(255.0 * x / side); };
    test::PngForm form{static_cast<std::uint32_t>(side), static_cast<std::uint32_t>(side), 8, 0};
    form.isInterlaced = isInterlaced;
    PictureBytes lines;
    const auto addRows = [&](int first, int step, int rows) {
        PictureBytes line = {0};
        for (int x = first; x < side; x += step)
            line.push_back(value(x));
        for (int y = 0; y < rows; ++y)
            lines.insert(lines.end(), line.begin(), line.end());
    };
    if (!isInterlaced)
        addRows(0, 1, side);
    else
        for (const auto& [first, step, rows] : {std::tuple(0, 8, side / 8),
                                                {4, 8, side / 8},
                                                {0, 4, side / 8},
                                                {2, 4, side / 4},
                                                {0, 2, side / 4},
                                                {1, 2, side / 2},
                                                {0, 1, side / 2}})
            addRows(first, step, rows);
    test::writeText(file, test::textOf(test::pngOf(form, lines)));
}

} // namespace

class FaceFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
        const std::vector<Picture> faces = readFaces(files, {10}, progress);
        for (std::size_t i = 0; i < faces.size(); ++i) {
            QCOMPARE(faces[i].width, 10);
            QCOMPARE(faces[i].height, 10);
            QVERIFY(near(static_cast<double>(faces[i].rgb.front()), static_cast<double>(i) / 10,
                         2.0 / 255));
        }
    }
    void eyesComeToTheirPlacesFromFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("distance");
        for (const char* name : {"a.png", "a.jpg"}) {
            QTest::addRow("%s, small", name) << name << 200 << 50.0;
            // Twenty pixels of the file along one of the face: read reduced.
            QTest::addRow("%s, large", name) << name << 1500 << 20 * 40 * 64 / 178.0;
        }
    }
    void eyesComeToTheirPlacesFromFiles()
    {
        QFETCH(QString, name);
        QFETCH(int, side);
        QFETCH(double, distance);
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / name.toStdString();
        const Eigen::Vector2d middle(0.52 * side, 0.47 * side);
        const Eigen::Vector2d half = distance / 2 * Eigen::Vector2d(std::cos(0.3), std::sin(0.3));
        const Eyes eyes{middle - half, middle + half};
        writePicture(file, test::plantedFace(side, side, eyes));
        const double off = eyesOff(readFace(file, byEyes(64, {{file.filename(), eyes}})));
        QVERIFY2(off < 0.5, qPrintable(QString::number(off)));
    }
    void placesAreThoseOfThePictureAsItIsShown()
    {
        // Stored lying on its side; the places are those after the turn.
        const int width = 220;
        const int height = 160;
        const Eyes stored{{120, 100}, {120, 60}};
        const Picture planted = test::plantedFace(width, height, stored);
        test::JpegForm form;
        form.exif = test::orientationExif(6);
        const PictureBytes jpeg = test::jpegOf(form, width, height, [&](int x, int y) {
            PictureBytes pixel;
            for (int c = 0; c < 3; ++c)
                pixel.push_back(static_cast<std::uint8_t>(
                    255 * planted.rgb[static_cast<std::size_t>(3 * (y * width + x) + c)]));
            return pixel;
        });
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.jpg", test::textOf(jpeg));
        const Eyes shown{turnedRight(stored.left, height), turnedRight(stored.right, height)};
        QCOMPARE(shown.left, Eigen::Vector2d(59, 120));
        const double off
            = eyesOff(readFace(folder.path() / "a.jpg", byEyes(64, {{"a.jpg", shown}})));
        QVERIFY2(off < 0.5, qPrintable(QString::number(off)));
    }
    void picturesThatAreNoFacesAreSkippedAndNamed()
    {
        const test::TemporaryFolder folder;
        const Picture grey{40, 30, std::vector<float>(3600, 0.5F)};
        std::vector<fs::path> files;
        for (const char* name : {"no places.png", "one place.png", "outside.png", "swapped.png",
                                 "bien plac\u00e9.png"}) {
            files.push_back(folder.path() / name);
            writePicture(files.back(), grey);
        }
        for (const auto& [name, content] :
             {std::pair("empty.png", ""), {"letter.jpg", "Dear reader"}}) {
            files.push_back(folder.path() / name);
            test::writeText(files.back(), content);
        }
        files.push_back(folder.path() / "away.png");
        fs::create_symlink("nowhere.png", files.back());
        files.push_back(folder.path() / "circle.png");
        fs::create_symlink("circle.png",
                           files.back()); // may not be opened, like one without rights
        const Eyes good{{12, 15}, {28, 15}};
        FaceCrop crop = byEyes(16, {{"one place.png", {{9, 9}, {9.5, 9}}},
                                    {"outside.png", {{12, 15}, {40, 15}}},
                                    {"swapped.png", {good.right, good.left}},
                                    {"bien plac\u00e9.png", good},
                                    {"empty.png", good},
                                    {"letter.jpg", good},
                                    {"away.png", good},
                                    {"circle.png", good}});
        std::vector<Error> skipped;
        Progress progress;
        const auto faces = readReadableFaces(files, crop, skipped, progress);
        QCOMPARE(faces.size(), 1U);
        QCOMPARE(files.front().filename().string(), std::string("bien plac\u00e9.png"));
        const std::vector<std::pair<std::string, std::string>> wanted
            = {{"no places.png", "found none"},
               {"one place.png", "found both at one place"},
               {"outside.png", "found one at (40, 15)"},
               {"swapped.png", "found the left one to the right"},
               {"empty.png", "found an empty file"},
               {"letter.jpg", "found something else"},
               {"away.png", "found a link to a file that is not here"},
               {"circle.png", "Too many levels of symbolic links"}};
        QCOMPARE(skipped.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QCOMPARE(skipped[i].file().filename().string(), wanted[i].first);
            QVERIFY2(std::string(skipped[i].what()).find(wanted[i].second) != std::string::npos,
                     skipped[i].what());
        }
    }
    void aLargePictureCostsLittleMoreThanItsFace_data()
    {
        QTest::addColumn<QString>("form");
        for (const char* form : {"plain png", "interlaced png", "jpeg"})
            QTest::newRow(form) << form;
    }
    void aLargePictureCostsLittleMoreThanItsFace()
    {
        QFETCH(QString, form);
        constexpr int kSide = 4000; // 240 MB of bytes and floats
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "large";
        if (form == "jpeg") {
            test::JpegForm grey;
            grey.space = JCS_GRAYSCALE;
            grey.hasEqualRows = true;
            test::writeText(file, test::textOf(test::jpegOf(grey, kSide, kSide, [](int x, int) {
                                return PictureBytes{static_cast<std::uint8_t>(255.0 * x / kSide)};
                            })));
        } else {
            writeLargePng(file, kSide, form.startsWith("interlaced"));
        }
        // What the process holds at its most, from here on.
        test::writeText("/proc/self/clear_refs", "5");
        const double before = peakMemoryMb();
        const Picture face = readFace(file, {64});
        if (peakMemoryMb() - before > 60)
            qWarning("%g MB", peakMemoryMb() - before);
        QVERIFY(peakMemoryMb() - before < 60);
        QCOMPARE(face.width, 64);
        for (int x = 1; x < 63; ++x)
            QVERIFY(near(static_cast<double>(face.rgb[static_cast<std::size_t>(3 * (64 * 30 + x))]),
                         (x + 0.5) / 64, 0.006));
    }
};

FUSIFORM_TEST(FaceFileTest)
#include "face_file_test.moc"

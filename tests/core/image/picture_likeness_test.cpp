// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/picture_likeness.h"

#include "core/io/picture_file.h"
#include "tests/support/picture_bytes.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fusiform;
using namespace fusiform::image;
namespace fs = std::filesystem;

namespace {

Picture portrait(int number)
{
    std::string name = std::to_string(number);
    name.insert(0, 6 - name.size(), '0');
    return io::readPicture(fs::path(FUSIFORM_SOURCE_DIR) / "resources/portraits/pictures"
                           / (name + ".jpg"));
}

/// Every 100th of the built-in portraits.
std::vector<Picture> somePortraits()
{
    std::vector<Picture> portraits;
    for (int number = 1; number <= 4000; number += 100)
        portraits.push_back(portrait(number));
    return portraits;
}

Picture changed(const Picture& picture, const std::function<float(float)>& change)
{
    Picture result = picture;
    for (float& value : result.rgb)
        value = std::clamp(change(value), 0.0F, 1.0F);
    return result;
}

/// What comes in from the edge is what was there.
Picture moved(const Picture& picture, int right, int down)
{
    Picture result = picture;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c) {
                const int fromX = std::clamp(x - right, 0, picture.width - 1);
                const int fromY = std::clamp(y - down, 0, picture.height - 1);
                result.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + c)]
                    = picture
                          .rgb[static_cast<std::size_t>(3 * (fromY * picture.width + fromX) + c)];
            }
    return result;
}

Picture mirrored(const Picture& picture)
{
    Picture result = picture;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int c = 0; c < 3; ++c)
                result.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + c)]
                    = picture.rgb[static_cast<std::size_t>(
                        3 * (y * picture.width + picture.width - 1 - x) + c)];
    return result;
}

/// Through libjpeg, which keeps half of the colours' resolution.
Picture compressed(const Picture& picture, int quality, const fs::path& folder)
{
    test::JpegForm form;
    form.quality = quality;
    const auto bytes = test::jpegOf(form, picture.width, picture.height, [&](int x, int y) {
        test::PictureBytes pixel;
        for (int c = 0; c < 3; ++c)
            pixel.push_back(static_cast<std::uint8_t>(std::lround(
                255 * picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + c)])));
        return pixel;
    });
    test::writeText(folder / "again.jpg", test::textOf(bytes));
    return io::readPicture(folder / "again.jpg");
}

bool isCopy(const Picture& a, const Picture& b)
{
    return glanceOf(a).dot(glanceOf(b)) >= kCopyGlance
           && detailCorrelation(closeLook(a), closeLook(b)) >= kCopyDetail;
}

} // namespace

class PictureLikenessTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void copiesAreFound_data()
    {
        QTest::addColumn<std::function<Picture(const Picture&)>>("copyOf");
        using Copy = std::function<Picture(const Picture&)>;
        const auto row = [](const char* name, Copy copy) { QTest::newRow(name) << copy; };
        row("compressed again, quality 50",
            [this](const Picture& p) { return compressed(p, 50, m_folder.path()); });
        row("half the size", [](const Picture& p) { return resized(p, 64, 64); });
        row("a third of the size", [](const Picture& p) { return resized(p, 43, 43); });
        row("twice the size", [](const Picture& p) { return resized(p, 256, 256); });
        row("lighter by 15 %",
            [](const Picture& p) { return changed(p, [](float v) { return 1.15F * v; }); });
        row("gamma 1.3", [](const Picture& p) {
            return changed(p, [](float v) { return std::pow(v, 1 / 1.3F); });
        });
        row("one pixel to the right", [](const Picture& p) { return moved(p, 1, 0); });
        row("one pixel right and down", [](const Picture& p) { return moved(p, 1, 1); });
        row("smaller, lighter and compressed", [this](const Picture& p) {
            return compressed(changed(resized(p, 100, 100), [](float v) { return 1.1F * v; }), 60,
                              m_folder.path());
        });
    }
    void copiesAreFound()
    {
        QFETCH(std::function<Picture(const Picture&)>, copyOf);
        for (const Picture& picture : somePortraits())
            QVERIFY(isCopy(picture, copyOf(picture)));
    }

    void differentPortraitsAreNoCopies()
    {
        const std::vector<Picture> portraits = somePortraits();
        for (std::size_t a = 0; a < portraits.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                QVERIFY(!isCopy(portraits[a], portraits[b]));
        // Of all pairs of the 4,000 those that glances and details find most alike.
        for (const auto& [a, b] : std::vector<std::pair<int, int>>{{631, 3513},
                                                                   {51, 3372},
                                                                   {2644, 3353},
                                                                   {2614, 2660},
                                                                   {2474, 3513},
                                                                   {73, 1313},
                                                                   {2619, 2807},
                                                                   {3607, 3844}})
            QVERIFY(!isCopy(portrait(a), portrait(b)));
    }

    /// Glances of these pairs are copies' (up to .99): they share hair, mesh, light and pose.
    void facesOfOneMeshWithAnotherExpressionAreNoCopies()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        const auto face = [](const char* name) {
            for (const auto& entry : fs::recursive_directory_iterator(test::sharedData("fusi-mini")
                                                                      / "stimuli" / "sub01"))
                if (entry.path().filename() == name)
                    return io::readPicture(entry.path());
            return Picture();
        };
        for (const auto& [a, b] :
             std::vector<std::pair<const char*, const char*>>{{"M0295.jpg", "M0378.jpg"},
                                                              {"M0399.jpg", "M0343.jpg"},
                                                              {"F0308.jpg", "F0042.jpg"},
                                                              {"M0181.jpg", "M0180.jpg"},
                                                              {"F0137.jpg", "F0130.jpg"}}) {
            QVERIFY(glanceOf(face(a)).dot(glanceOf(face(b))) > kCopyGlance);
            QVERIFY(!isCopy(face(a), face(b)));
        }
    }

    /// Grey 32 x 32 of a plain ramp from left to right: the correlation with its mirror is -1.
    void theGlanceIsACorrelation()
    {
        Picture ramp{64, 64, std::vector<float>(64 * 64 * 3)};
        for (std::size_t i = 0; i < ramp.rgb.size(); ++i)
            ramp.rgb[i] = static_cast<float>(i / 3 % 64) / 64;
        QVERIFY(std::abs(glanceOf(ramp).dot(glanceOf(ramp)) - 1) < 1e-5F);
        QVERIFY(std::abs(glanceOf(ramp).dot(glanceOf(mirrored(ramp))) + 1) < 1e-5F);
        QCOMPARE(glanceOf(ramp).size(), 1024);
    }

    void aPlainPictureIsComparedWithNothing()
    {
        const Picture plain{40, 40, std::vector<float>(40 * 40 * 3, 0.5F)};
        QCOMPARE(glanceOf(plain).size(), 0);
        QCOMPARE(detailCorrelation(plain, plain), 0.0);
    }

private:
    test::TemporaryFolder m_folder;
};

FUSIFORM_TEST(PictureLikenessTest)
#include "picture_likeness_test.moc"

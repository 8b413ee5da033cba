// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mgh.h"

#include "tests/support/bytes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

namespace {

/// A volume of 2 x 3 x 4 bytes; voxel sizes 1, 2, 3 mm, axes to the right, front and top.
std::string example(std::int16_t hasOrientation = 1, std::int32_t type = 0)
{
    test::Bytes bytes(std::endian::big);
    for (const std::int32_t word : {1, 2, 3, 4, 1, static_cast<int>(type), 0})
        bytes.add(word);
    bytes.add(hasOrientation);
    for (const float number : {1, 2, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1, 10, 20, 30})
        bytes.add(number);
    return bytes.text(std::string(284 - bytes.all().size() + 24, '\0')).all();
}

io::MghHeader headerOf(const std::string& content)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / "a.mgh", content);
    return io::readMghHeader(folder.path() / "a.mgh");
}

} // namespace

class MghTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCentreOfTheGridLiesAtCRas()
    {
        const io::MghHeader header = headerOf(example());
        QVERIFY(header.shape == (std::array<std::int64_t, 4>{2, 3, 4, 1}));
        QCOMPARE(header.affine.orientation(), std::string("RAS"));
        // Voxel (1, 1.5, 2) is the centre; voxel (0, 0, 0) lies 1, 3 and 6 mm before it.
        QVERIFY(test::near(header.affine.mm({Eigen::Vector3d(1, 1.5, 2)}).at,
                           Eigen::Vector3d(10, 20, 30), 1e-12));
        QVERIFY(test::near(header.affine.mm({Eigen::Vector3d(0, 0, 0)}).at,
                           Eigen::Vector3d(9, 17, 24), 1e-12));
    }
    void withoutOrientationTheFormatsOwnAssumptionCounts()
    {
        const io::MghHeader header = headerOf(example(0));
        QVERIFY(!header.hasOrientation);
        QCOMPARE(header.affine.orientation(), std::string("LIA"));
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a.mgh", example(0));
        const Json json = io::describeMgh(folder.path() / "a.mgh");
        QVERIFY(json.at("affine_source") == "none" && json.at("orientation") == "???");
    }
    void valuesOfAFrameAreReadWhateverTheirType()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "a.mgh";
        const auto valuesOf = [&](const std::string& values, std::int32_t type) {
            test::writeText(file, example(1, type).substr(0, 284) + values);
            return io::readMghVolume(file).values;
        };
        test::Bytes bytes(std::endian::big);
        test::Bytes shorts(std::endian::big);
        test::Bytes words(std::endian::big);
        test::Bytes floats(std::endian::big);
        std::vector<float> expected;
        for (int v = 0; v < 24; ++v) {
            bytes.add(static_cast<std::uint8_t>(10 * v));
            shorts.add(static_cast<std::int16_t>(10 * v));
            words.add(std::int32_t{10 * v});
            floats.add(static_cast<float>(10 * v));
            expected.push_back(static_cast<float>(10 * v));
        }
        QCOMPARE(valuesOf(bytes.all(), 0), expected);
        QCOMPARE(valuesOf(words.all(), 1), expected);
        QCOMPARE(valuesOf(floats.all(), 3), expected);
        QCOMPARE(valuesOf(shorts.all(), 4), expected);
        // Short of a byte, and without a place in space.
        QVERIFY_EXCEPTION_THROWN((void)valuesOf(words.all().substr(1), 1), Error);
        test::writeText(file, example(0));
        QVERIFY_EXCEPTION_THROWN((void)io::readMghVolume(file), Error);
    }
    void realFilesAreRead()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        // Read with Python's struct module; FreeSurfer's conformed volumes are LIA.
        const auto folder = test::sharedData("freesurfer_gifti");
        for (const auto& [name, type] :
             {std::pair{"norm.mgz", "uint8"}, std::pair{"aparc.a2009s+aseg.mgz", "int32"}}) {
            const io::MghHeader header = io::readMghHeader(folder / name);
            QVERIFY(header.shape == (std::array<std::int64_t, 4>{256, 256, 256, 1}));
            QCOMPARE(header.type, std::string(type));
            QCOMPARE(header.affine.orientation(), std::string("LIA"));
            QVERIFY(header.isCompressed);
            QVERIFY(test::near(header.affine.mm({Eigen::Vector3d(128, 128, 128)}).at,
                               Eigen::Vector3d(-6.233024597, 9.515975952, -0.438743591), 1e-6));
        }
        const io::MghHeader overlay = io::readMghHeader(folder / "lh.Yeo2011.mgz");
        QVERIFY(overlay.shape == (std::array<std::int64_t, 4>{163842, 1, 1, 1}));
        QVERIFY(!overlay.hasOrientation); // its axes are all zero
    }
    void wrongHeadersAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN((void)headerOf(example(1, 2)), Error);
        QVERIFY_EXCEPTION_THROWN((void)headerOf("\0\0\0\2" + example().substr(4)), Error);
        std::string huge = example();
        for (std::size_t at = 4; at < 20; ++at)
            huge[at] = '\x7F';
        QVERIFY_EXCEPTION_THROWN((void)headerOf(huge), Error);
    }
    void everyCutIsBadData()
    {
        const auto read = [](const auto& file) { (void)io::describeMgh(file); };
        const std::string content = example();
        QCOMPARE(test::cutEverywhere(content, "a.mgh", 1, read), static_cast<int>(content.size()));
        QVERIFY(test::survivesDamage(content, "a.mgh", 1, read));
    }
};

FUSIFORM_TEST(MghTest)
#include "mgh_test.moc"

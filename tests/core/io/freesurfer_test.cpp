// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer.h"

#include "core/io/formats.h"
#include "tests/support/bytes.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

test::Bytes bigEndian(std::string_view mark) { return test::Bytes(std::endian::big).text(mark); }

std::string triangleFile(std::int32_t vertices, std::int32_t faces, const std::string& after = {})
{
    test::Bytes bytes = bigEndian("\xFF\xFF\xFE");
    bytes.text("created by hand\n\n").add(vertices).add(faces);
    for (int i = 0; i < 3 * (vertices + faces); ++i)
        bytes.add(std::int32_t{0});
    return bytes.text(after).all();
}

std::string annotation(bool isNewTable)
{
    test::Bytes bytes = bigEndian("");
    bytes.add(std::int32_t{2});
    for (int i = 0; i < 4; ++i)
        bytes.add(std::int32_t{i});
    bytes.add(std::int32_t{1});
    if (isNewTable)
        bytes.add(std::int32_t{-2}).add(std::int32_t{9});
    else
        bytes.add(std::int32_t{1});
    bytes.add(std::int32_t{6}).text(std::string_view("a.txt\0", 6));
    if (isNewTable)
        bytes.add(std::int32_t{1}).add(std::int32_t{7});
    bytes.add(std::int32_t{3}).text(std::string_view("V1\0", 3));
    for (const std::int32_t part : {10, 20, 30, 0})
        bytes.add(part);
    return bytes.all();
}

Json described(const std::string& content, const std::string& name)
{
    const test::TemporaryFolder folder;
    test::writeText(folder.path() / name, content);
    return io::formatOf(folder.path() / name).describe(folder.path() / name);
}

} // namespace

class FreesurferTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void realFilesAreRead()
    {
        FUSIFORM_NEEDS_DATA("freesurfer_gifti");
        // Counts read with Python's struct module.
        const fs::path folder = test::sharedData("freesurfer_gifti");
        const io::FreeSurferSurface pial = io::readFreeSurferSurface(folder / "lh.pial");
        QCOMPARE(pial.vertices, std::uint64_t{32492});
        QCOMPARE(pial.faces, std::uint64_t{64980});
        QCOMPARE(pial.created, std::string("created by paulmc on Thu Jan 25 12:39:46 2018"));
        QVERIFY(!pial.volume && !pial.isInScannerRas);
        const io::FreeSurferCurv curv = io::readFreeSurferCurv(folder / "lh.curv");
        QCOMPARE(curv.vertices, std::uint64_t{32492});
        QCOMPARE(curv.valuesPerVertex, std::uint64_t{1});
        const io::FreeSurferAnnotation test = io::readFreeSurferAnnotation(folder / "test.annot");
        QCOMPARE(test.vertices, std::uint64_t{10242});
        QCOMPARE(test.table.size(), std::size_t{36});
        QCOMPARE(test.table[0].name, std::string("unknown"));
        QVERIFY(test.table[0].rgbt == (std::array<std::int32_t, 4>{25, 5, 25, 0}));
        QCOMPARE(io::readFreeSurferAnnotation(folder / "boggle.lh.annot").vertices,
                 std::uint64_t{163842});
        const io::FreeSurferLabel label = io::readFreeSurferLabel(folder / "test.label");
        QCOMPARE(label.declared, std::uint64_t{326});
        QCOMPARE(label.points.size(), std::size_t{10});
        QVERIFY(label.comment.find("vox2ras=TkReg") != std::string::npos);
    }
    void aCutLabelIsWarnedOf()
    {
        const Json json = described("#!ascii label , from subject s\n2\n5 1 2 3 0.5\n", "a.label");
        QVERIFY(json.at("vertices") == 1);
        QVERIFY(json.at("warnings")[0] == "The file says 2 vertices and has 1.");
        QVERIFY(described("#!ascii label\n1\n5 1 2 3 0.5\n", "b.label").at("warnings").empty());
    }
    void marksDecideAndNotNames()
    {
        QVERIFY(described(triangleFile(3, 1), "anything").at("format") == "FreeSurfer surface");
        test::Bytes curv = bigEndian("\xFF\xFF\xFF");
        curv.add(std::int32_t{2}).add(std::int32_t{0}).add(std::int32_t{1});
        curv.add(0.5F).add(0.25F);
        QVERIFY(described(curv.all(), "lh.sulc").at("format") == "FreeSurfer values per vertex");
        // Old quadrangles begin with the same three bytes: one vertex, one face.
        test::Bytes old = bigEndian("\xFF\xFF\xFF");
        old.text(std::string_view("\0\0\1\0\0\1", 6));
        for (int i = 0; i < 3; ++i)
            old.add(std::int16_t{100});
        old.text(std::string(12, '\0'));
        const Json json = described(old.all(), "lh.orig");
        QVERIFY(json.at("format") == "FreeSurfer surface" && json.at("corners") == 4);
        QVERIFY(json.at("vertices") == 1 && json.at("faces") == 1);
    }
    void theOffsetToScannerSpaceIsReadWhereItIs()
    {
        const std::string geometry
            = test::Bytes(std::endian::big).add(std::int32_t{20}).all()
              + "valid = 1  # volume info valid\nfilename = a.mgz\nvolume = 256 256 256\n"
                "voxelsize = 1 1 1\nxras   = -1 0 0\nyras   = 0 0 -1\nzras   = 0 1 0\n"
                "cras   = -6.25 9.5 -0.5\n";
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "a", triangleFile(3, 1, geometry));
        const io::FreeSurferSurface surface = io::readFreeSurferSurface(folder.path() / "a");
        QVERIFY(surface.volume && surface.volume->cRas == Eigen::Vector3d(-6.25, 9.5, -0.5));
        QVERIFY(surface.volume->axes == io::SurfaceVolume().axes);
    }
    void bothVersionsOfTheColourTableAreRead()
    {
        const test::TemporaryFolder folder;
        for (const bool isNew : {false, true}) {
            test::writeText(folder.path() / "a.annot", annotation(isNew));
            const io::FreeSurferAnnotation read
                = io::readFreeSurferAnnotation(folder.path() / "a.annot");
            QCOMPARE(read.vertices, std::uint64_t{2});
            QCOMPARE(read.tableFile, std::string("a.txt"));
            QCOMPARE(read.table.size(), std::size_t{1});
            QCOMPARE(read.table[0].index, std::int64_t{isNew ? 7 : 0});
            QCOMPARE(read.table[0].name, std::string("V1"));
            QVERIFY(read.table[0].rgbt == (std::array<std::int32_t, 4>{10, 20, 30, 0}));
        }
    }
    void lyingCountsAreRefusedBeforeMemoryIsTaken()
    {
        const test::TemporaryFolder folder;
        test::Bytes huge = bigEndian("\xFF\xFF\xFE");
        huge.text("x\n\n").add(std::int32_t{0x7FFFFFFF}).add(std::int32_t{0x7FFFFFFF});
        test::writeText(folder.path() / "a", huge.all());
        QVERIFY_EXCEPTION_THROWN((void)io::readFreeSurferSurface(folder.path() / "a"), Error);
        test::Bytes curv = bigEndian("\xFF\xFF\xFF");
        for (int i = 0; i < 3; ++i)
            curv.add(std::int32_t{0x7FFFFFFF});
        test::writeText(folder.path() / "a.curv", curv.all());
        QVERIFY_EXCEPTION_THROWN((void)io::readFreeSurferCurv(folder.path() / "a.curv"), Error);
        test::writeText(folder.path() / "a.annot",
                        test::Bytes(std::endian::big).add(std::int32_t{-5}).all());
        QVERIFY_EXCEPTION_THROWN((void)io::readFreeSurferAnnotation(folder.path() / "a.annot"),
                                 Error);
    }
    void everyCutIsBadData()
    {
        const std::string surface = triangleFile(3, 1);
        QCOMPARE(test::cutEverywhere(surface, "a", 1,
                                     [](const auto& f) { (void)io::readFreeSurferSurface(f); }),
                 static_cast<int>(surface.size()));
        const std::string annot = annotation(true);
        // Without any table (after 20 bytes) it is a whole file of its kind.
        QCOMPARE(test::cutEverywhere(annot, "a.annot", 1,
                                     [](const auto& f) { (void)io::readFreeSurferAnnotation(f); }),
                 static_cast<int>(annot.size()) - 1);
        const auto describe = [](const auto& f) { (void)io::describeFreeSurfer(f); };
        QVERIFY(test::survivesDamage(annot, "a.annot", 1, describe));
        QVERIFY(test::survivesDamage(surface, "a", 1, describe));
        QVERIFY(test::survivesDamage("#!ascii label x\n1\n5 1 2 3 0.5\n", "a.label", 1, describe));
    }
};

FUSIFORM_TEST(FreesurferTest)
#include "freesurfer_test.moc"

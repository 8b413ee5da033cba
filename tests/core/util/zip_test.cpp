// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/zip.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "tests/support/zip_archive.h"

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

std::string noise(std::size_t size)
{
    std::string text;
    std::uint32_t state = 1;
    while (text.size() < size)
        text += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    return text;
}

void writeArchive(const fs::path& file, const std::string& content)
{
    Progress progress;
    ZipWriter zip(file);
    zip.add("a.txt", "hello");
    zip.add("folder/b.bin", content);
    zip.commit(progress);
}

/// What the opening of an archive says; empty: it opens.
std::string complaint(const fs::path& file, const std::string& bytes)
{
    test::writeText(file, bytes);
    try {
        const ZipReader zip(file);
        return {};
    } catch (const Error& error) {
        return error.exitCode() == 3 ? error.what() : "another kind of error";
    }
}

/// Puts another number in the place of one that stands in the archive's two lists.
std::string withSize(std::string bytes, std::uint32_t from, std::uint32_t to)
{
    const auto text = [](std::uint32_t number) {
        return std::string(reinterpret_cast<const char*>(&number), sizeof number);
    };
    int changed = 0;
    for (std::size_t at = bytes.find(text(from)); at != std::string::npos;
         at = bytes.find(text(from), at + 4), ++changed)
        bytes.replace(at, 4, text(to));
    Q_ASSERT(changed >= 2);
    return bytes;
}

} // namespace

class ZipTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsPackedIsUnpacked()
    {
        const test::TemporaryFolder folder;
        const std::string content = noise(700000);
        test::writeText(folder.path() / "own.txt", "from a file");
        Progress progress;
        {
            ZipWriter zip(folder.path() / "new" / "x.zip");
            zip.add("a.txt", "hello");
            zip.add("folder/b.bin", content);
            zip.addFile("c", folder.path() / "own.txt");
            zip.commit(progress);
        }
        const ZipReader zip(folder.path() / "new" / "x.zip");
        QCOMPARE(zip.items().size(), 3U);
        QCOMPARE(zip.read("a.txt", 5), std::string("hello"));
        QCOMPARE(zip.read("folder/b.bin", 1 << 20), content);
        QCOMPARE(zip.read("c", 100), std::string("from a file"));
        QVERIFY(zip.has("c") && !zip.has("d"));
        zip.unpack("folder/b.bin", folder.path() / "out" / "b.bin", progress);
        QCOMPARE(readTextFile(folder.path() / "out" / "b.bin"), content);
        QVERIFY_THROWS_EXCEPTION(Error, (void)zip.read("a.txt", 4));
        QVERIFY_THROWS_EXCEPTION(Error, (void)zip.read("d", 4));
    }
    void theSameContentGivesTheSameBytes()
    {
        const test::TemporaryFolder folder;
        writeArchive(folder.path() / "1.zip", "x");
        writeArchive(folder.path() / "2.zip", "x");
        QCOMPARE(readTextFile(folder.path() / "1.zip"), readTextFile(folder.path() / "2.zip"));
    }
    void anAbandonedOrCancelledArchiveLeavesTheOldOne()
    {
        const test::TemporaryFolder folder;
        writeArchive(folder.path() / "x.zip", "old");
        const std::string before = readTextFile(folder.path() / "x.zip");
        {
            ZipWriter zip(folder.path() / "x.zip");
            zip.add("a.txt", "new");
        }
        std::stop_source stop;
        stop.request_stop();
        Progress stopped(stop.get_token());
        {
            ZipWriter zip(folder.path() / "x.zip");
            zip.add("a.txt", noise(3000000));
            QVERIFY_THROWS_EXCEPTION(Error, zip.commit(stopped));
        }
        QCOMPARE(readTextFile(folder.path() / "x.zip"), before);
        QCOMPARE(folder.files(), std::vector<std::string>{"x.zip"});
    }
    void aFullDiskLeavesTheOldOne()
    {
        const test::TemporaryFolder folder;
        writeArchive(folder.path() / "x.zip", "old");
        const std::string before = readTextFile(folder.path() / "x.zip");
        {
            const test::FileLimit full(100000);
            Progress progress;
            ZipWriter zip(folder.path() / "x.zip");
            zip.add("a.txt", noise(1000000));
            QVERIFY_THROWS_EXCEPTION(Error, zip.commit(progress));
        }
        QCOMPARE(readTextFile(folder.path() / "x.zip"), before);
        QCOMPARE(folder.files(), std::vector<std::string>{"x.zip"});
    }
    void namesThatLeaveTheFolderAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"../a", "a/../../b", "/etc/passwd", "a\\..\\b", "C:b", "a//b", "./a", "..", "a/.."})
            QTest::newRow(name) << name;
    }
    void namesThatLeaveTheFolderAreRefused()
    {
        QFETCH(const QString, name);
        const test::TemporaryFolder folder;
        QCOMPARE(complaint(folder.path() / "x.zip", test::zipArchive({"fine/..name..txt"})),
                 std::string());
        const std::string said
            = complaint(folder.path() / "x.zip", test::zipArchive({"fine", name.toStdString()}));
        QVERIFY2(said.find("x.zip") != std::string::npos, said.c_str());
    }
    void aNameTwiceIsRefused()
    {
        const test::TemporaryFolder folder;
        QVERIFY(!complaint(folder.path() / "x.zip", test::zipArchive({"a", "b", "a"})).empty());
    }
    void brokenArchivesAreBadData()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "x.zip";
        writeArchive(file, noise(5000));
        const std::string whole = readTextFile(file);
        QVERIFY(!complaint(file, "").empty());
        QVERIFY(!complaint(file, "no archive at all").empty());
        for (std::size_t length = 0; length < whole.size(); length += 97)
            QVERIFY(!complaint(file, whole.substr(0, length)).empty());
        QVERIFY_THROWS_EXCEPTION(Error, ZipReader(folder.path()));
        // A content that is not what its checksum says.
        std::string other = whole;
        other[2000] = static_cast<char>(other[2000] + 1);
        test::writeText(file, other);
        const ZipReader zip(file);
        QVERIFY_THROWS_EXCEPTION(Error, (void)zip.read("folder/b.bin", 10000));
    }
    void aSizeThatIsALieEndsTheReading()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "x.zip";
        writeArchive(file, std::string(3000003, 'x'));
        const std::string whole = readTextFile(file);
        for (const std::uint32_t said : {1000U, 4000000000U}) {
            test::writeText(file, withSize(whole, 3000003, said));
            try {
                const ZipReader zip(file);
                Progress progress;
                zip.unpack("folder/b.bin", folder.path() / "out", progress);
                QFAIL("it was believed");
            } catch (const Error& error) {
                QCOMPARE(error.exitCode(), 3);
            }
            QVERIFY(!fs::exists(folder.path() / "out"));
        }
    }
};

FUSIFORM_TEST(ZipTest)
#include "zip_test.moc"

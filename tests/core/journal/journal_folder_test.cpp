// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_folder.h"

#include "core/journal/journal.h"
#include "core/util/file.h"
#include "tests/core/journal/edits.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::journal;
namespace fs = std::filesystem;

namespace {

Journal sessionOf(const fs::path& fit, JournalFile file)
{
    Start start;
    start.fit = fit;
    start.document = test::editStart();
    return {std::move(file), std::move(start)};
}

} // namespace

class JournalFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSessionThatDidSomethingToTheFitLastIsFound()
    {
        const test::TemporaryFolder folder;
        const std::string hash = sessionOf("/a", {}).hash();
        const auto found
            = [&](const fs::path& fit) { return lastSession(folder.path(), fit, hash); };
        const auto name
            = [&](const char* number) { return folder.path() / (std::string(number) + ".jsonl"); };
        QVERIFY(!found("/a"));
        {
            Journal died = sessionOf("/a", JournalFile::create(name("1")));
            died.commit(RenameRegion{0, "x"}, "Rename");
            QVERIFY(!found("/a")); // it still runs
        }
        // Nothing happened there; nothing readable; another fit.
        static_cast<void>(sessionOf("/a", JournalFile::create(name("2"))));
        test::writeText(name("3"), "no journal\nat all\n");
        {
            Journal other = sessionOf("/b", JournalFile::create(name("4")));
            other.commit(RenameRegion{0, "y"}, "Rename");
            other.close();
        }
        QCOMPARE(found("/a")->file, name("1"));
        QVERIFY(!found("/a")->isClosed);
        QCOMPARE(found("/b")->file, name("4"));
        QVERIFY(found("/b")->isClosed);
        QVERIFY(!found("/c"));
        QVERIFY(!lastSession(folder.path(), "/a", "another start"));
        QVERIFY(!lastSession(folder.path() / "none", "/a", hash));

        // The last is the one that was gone on with last, not the one that began last.
        const std::string died = readTextFile(name("1"));
        const auto at = [&](const std::string& time) {
            std::string text = died;
            const std::size_t from = text.find("{\"time\":\"") + 9;
            return text.replace(from, 4, time);
        };
        test::writeText(name("5"), at("2038"));
        test::writeText(name("6"), at("2031") + "{\"time\":\"2049, half a li");
        QCOMPARE(found("/a")->file, name("5"));
        QVERIFY(found("/a")->lastTime.starts_with("2038"));
    }
    void oldJournalsGoButNotOneThatIsBeingWritten()
    {
        const test::TemporaryFolder folder;
        const JournalFile written = JournalFile::create(folder.path() / "1.jsonl");
        for (const char* const name : {"2.jsonl", "3.jsonl", "4.jsonl", "other.txt"})
            test::writeText(folder.path() / name, "x");
        removeOldJournals(folder.path(), 2);
        QVERIFY((folder.files()
                 == std::vector<std::string>{"1.jsonl", "3.jsonl", "4.jsonl", "other.txt"}));
        removeOldJournals(folder.path() / "none", 2);
    }
    void namesInOrderAreInTheOrderOfTheirBeginning()
    {
        const fs::path first = newJournalName("/folder");
        QTest::qSleep(2); // the names tell milliseconds apart
        const fs::path second = newJournalName("/folder");
        QVERIFY(first < second);
        QCOMPARE(first.extension(), fs::path(".jsonl"));
        QCOMPARE(first.parent_path(), fs::path("/folder"));
    }
};

FUSIFORM_TEST(JournalFolderTest)
#include "journal_folder_test.moc"

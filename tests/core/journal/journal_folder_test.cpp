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
    void onlyTheLastSessionOfTheFitIsGoneOnWithAndOnlyIfItDidNotEnd()
    {
        const test::TemporaryFolder folder;
        const std::string hash = sessionOf("/a", {}).hash();
        const auto found
            = [&](const fs::path& fit) { return unfinishedSession(folder.path(), fit, hash); };
        const auto name = [&](const char* day) {
            return folder.path() / (std::string("2026-01-") + day + ".jsonl");
        };
        QVERIFY(!found("/a"));
        {
            Journal died = sessionOf("/a", JournalFile::create(name("01")));
            died.commit(RenameRegion{0, "x"}, "Rename");
            QVERIFY(!found("/a")); // it still runs
        }
        // Nothing happened there; nothing readable; another fit.
        static_cast<void>(sessionOf("/a", JournalFile::create(name("02"))));
        test::writeText(name("03"), "no journal\nat all\n");
        {
            Journal other = sessionOf("/b", JournalFile::create(name("04")));
            other.commit(RenameRegion{0, "y"}, "Rename");
            other.close();
        }
        QCOMPARE(found("/a")->file, name("01"));
        QCOMPARE(found("/a")->entries, std::size_t{1});
        QVERIFY(!found("/b"));
        QVERIFY(!found("/c"));
        QVERIFY(!unfinishedSession(folder.path(), "/a", "another start"));
        {
            Journal orderly = sessionOf("/a", JournalFile::create(name("05")));
            orderly.commit(RenameRegion{0, "z"}, "Rename");
            orderly.close();
        }
        QVERIFY(!found("/a"));
        const std::string text = readTextFile(name("01"));
        test::writeText(name("06"), text + "{\"time\":\"half a li");
        QCOMPARE(found("/a")->file, name("06"));
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

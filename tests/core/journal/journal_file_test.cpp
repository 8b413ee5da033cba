// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_file.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using journal::JournalFile;

class JournalFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreInTheFileAtOnce()
    {
        const test::TemporaryFolder folder;
        JournalFile file = JournalFile::create(folder.path() / "new" / "a.jsonl");
        file.append("one\n");
        QCOMPARE(readTextFile(file.path()), std::string("one\n"));
        file.append("two\n");
        QCOMPARE(readTextFile(file.path()), std::string("one\ntwo\n"));
        QCOMPARE(file.read(4, 3), std::string("two"));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(file.read(4, 30)), Error);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(JournalFile::create(file.path())), Error);
    }
    void onlyOneMayWriteAndOnlyWhileItLives()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path path = folder.path() / "a.jsonl";
        {
            JournalFile first = JournalFile::create(path);
            first.append("one\n");
            QVERIFY(journal::isBeingWritten(path));
            QVERIFY_EXCEPTION_THROWN(static_cast<void>(JournalFile::resume(path)), Error);
            const JournalFile moved = std::move(first);
            QVERIFY(journal::isBeingWritten(path));
        }
        QVERIFY(!journal::isBeingWritten(path));
        JournalFile second = JournalFile::resume(path);
        second.append("two\n");
        QCOMPARE(readTextFile(path), std::string("one\ntwo\n"));
        second.truncate(4);
        second.append("three\n");
        QCOMPARE(readTextFile(path), std::string("one\nthree\n"));
    }
    void aFullDiskLeavesWholeLinesAndTheRestGoesOnInMemory()
    {
        const test::TemporaryFolder folder;
        const std::filesystem::path path = folder.path() / "a.jsonl";
        JournalFile file = JournalFile::create(path);
        {
            const test::FileLimit limit(10);
            file.append("12345\n");
            QVERIFY_EXCEPTION_THROWN(file.append("1234567\n"), Error);
        }
        QCOMPARE(readTextFile(path), std::string("12345\n"));
        file.leaveDisk();
        file.append("1234567\n");
        QCOMPARE(file.read(0, file.size()), std::string("12345\n1234567\n"));
        QCOMPARE(readTextFile(path), std::string("12345\n"));
        QVERIFY(file.path().empty());
    }
};

FUSIFORM_TEST(JournalFileTest)
#include "journal_file_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/atomic_file.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class AtomicFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFileAppearsOnlyAtCommit()
    {
        const test::TemporaryFolder folder;
        AtomicFile file(folder.path() / "a" / "b.txt");
        file.write("hello");
        QVERIFY(!std::filesystem::exists(folder.path() / "a" / "b.txt"));
        file.commit();
        QCOMPARE(readTextFile(folder.path() / "a" / "b.txt"), std::string("hello"));
        QCOMPARE(folder.files().size(), 1U);
    }
    void anAbandonedFileLeavesTheOldOneAndNothingElse()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "b.txt", "old");
        {
            AtomicFile file(folder.path() / "b.txt");
            file.write("new");
        }
        QCOMPARE(readTextFile(folder.path() / "b.txt"), std::string("old"));
        QCOMPARE(folder.files(), std::vector<std::string>{"b.txt"});
    }
    void aFullDiskIsAFailureThatNamesTheFile()
    {
        // /dev/full answers every write with "no space left", but a file cannot be made beside it;
        // a tiny limit on file size gives the same path through write().
        const test::TemporaryFolder folder;
        try {
            AtomicFile file("/dev/full/x");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.exitCode(), 1);
            QVERIFY(std::string(error.what()).find("/dev/full") != std::string::npos);
        }
    }
    void aFolderReplacesTheOldOneWhole()
    {
        const test::TemporaryFolder folder;
        test::writeText(folder.path() / "fit" / "old.txt", "old");
        QVERIFY_THROWS_EXCEPTION(
            Error, AtomicFolder(folder.path() / "fit", AtomicFolder::Existing::Refuse));
        {
            AtomicFolder abandoned(folder.path() / "fit", AtomicFolder::Existing::Replace);
            test::writeText(abandoned.path() / "half.txt", "half");
        }
        QCOMPARE(folder.files(), std::vector<std::string>{"fit/old.txt"});
        AtomicFolder whole(folder.path() / "fit/", AtomicFolder::Existing::Replace);
        test::writeText(whole.path() / "new.txt", "new");
        whole.commit();
        QCOMPARE(folder.files(), std::vector<std::string>{"fit/new.txt"});
    }
};

FUSIFORM_TEST(AtomicFileTest)
#include "atomic_file_test.moc"

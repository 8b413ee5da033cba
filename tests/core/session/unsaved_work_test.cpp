// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unsaved_work.h"

#include "core/journal/journal.h"
#include "core/util/file.h"
#include "tests/core/journal/edits.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::session;
namespace fs = std::filesystem;

namespace {

journal::Journal started(const fs::path& file)
{
    journal::Start start;
    start.fit = "/studies/fit";
    start.subject = "sub-01";
    start.document = test::editStart();
    return {journal::JournalFile::create(file), std::move(start)};
}

void edit(journal::Journal& journal, int steps, std::uint64_t seed)
{
    Random random(seed);
    for (int step = 0; step < steps; ++step)
        journal.commit(test::anyCommand(*journal.document(), random), "step");
    journal.flush();
}

journal::Journal goingOn(const fs::path& file)
{
    Progress progress;
    return journal::Journal::resumed(file, progress);
}

} // namespace

class UnsavedWorkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatCameAfterTheSavingIsFound()
    {
        const test::TemporaryFolder folder;
        const fs::path work = folder.path() / "work.jsonl";
        const fs::path saved = folder.path() / "saved.jsonl";
        {
            journal::Journal journal = started(work);
            edit(journal, 5, 1);
            test::writeText(saved, journal.text());
            // Nothing more: nothing to be found, also when the session is closed.
            QVERIFY(!unsavedWork(folder.path(), saved));
            journal.close();
        }
        QVERIFY(!unsavedWork(folder.path(), saved));
        {
            journal::Journal journal = goingOn(work);
            edit(journal, 2, 2);
            QVERIFY(!unsavedWork(folder.path(), saved)); // another window writes it
        }
        const auto found = unsavedWork(folder.path(), saved);
        QVERIFY(found);
        QCOMPARE(found->file, work);
        QVERIFY(!found->isClosed);
        goingOn(work).close();
        QVERIFY(unsavedWork(folder.path(), saved)->isClosed);
    }
    void otherWorkIsNotTaken()
    {
        const test::TemporaryFolder folder;
        const fs::path saved = folder.path() / "saved.jsonl";
        {
            journal::Journal journal = started(folder.path() / "work.jsonl");
            edit(journal, 5, 1);
            test::writeText(saved, journal.text());
        }
        {
            journal::Journal other = started(folder.path() / "other.jsonl");
            edit(other, 9, 3);
        }
        test::writeText(folder.path() / "broken.jsonl", readTextFile(saved) + "{\"broken\n");
        test::writeText(folder.path() / "empty.jsonl", "");
        QVERIFY(!unsavedWork(folder.path(), saved));
        QVERIFY(!unsavedWork(folder.path() / "gone", saved));
    }
    void aSessionSavedBeforeAnythingWasDoneHasWorkOfItsOwnStartOnly()
    {
        const test::TemporaryFolder folder;
        const fs::path saved = folder.path() / "saved.jsonl";
        journal::Journal journal = started(folder.path() / "work.jsonl");
        test::writeText(saved, journal.text());
        {
            std::string other = readTextFile(saved);
            other.replace(other.find("\"time\":\"") + 8, 4, "1999");
            test::writeText(folder.path() / "older.jsonl", other);
            journal::Journal older = goingOn(folder.path() / "older.jsonl");
            edit(older, 2, 3);
        }
        QVERIFY(!unsavedWork(folder.path(), saved));
    }
};

FUSIFORM_TEST(UnsavedWorkTest)
#include "unsaved_work_test.moc"

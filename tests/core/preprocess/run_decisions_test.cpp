// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/run_decisions.h"

#include "core/util/error.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using preprocess::Verdict;

class RunDecisionsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLastDecisionCountsAndAllAreKept()
    {
        const test::TemporaryFolder folder;
        QVERIFY(preprocess::readRunDecisions(folder.path()).empty());
        preprocess::recordRunDecision(folder.path(), {"run-1", Verdict::Drop, "ada", "", "moved"});
        preprocess::recordRunDecision(folder.path(), {"run-2", Verdict::Drop, "ada", "", ""});
        preprocess::recordRunDecision(folder.path(), {"run-1", Verdict::Keep, "bob", "", ""});
        const auto all = preprocess::readRunDecisions(folder.path());
        QCOMPARE(all.size(), 3U);
        QCOMPARE(all[0].why, std::string("moved"));
        QCOMPARE(all[0].when.size(), std::string("2026-01-01T00:00:00Z").size());
        const auto dropped = preprocess::droppedRuns(folder.path());
        QCOMPARE(dropped.size(), 1U);
        QVERIFY(dropped.contains("run-2"));
    }

    void aFitLeavesOutDroppedRunsAndSaysSo()
    {
        const test::TemporaryFolder study;
        preprocess::recordRunDecision(study.path() / "derivatives" / "fusiform",
                                      {"b", Verdict::Drop, "ada", "", "she slept"});
        bids::Subject subject;
        for (const char* const name : {"a", "b", "c"}) {
            bids::Run run;
            run.name = name;
            subject.faceRuns.push_back(run);
        }
        std::vector<std::string> notes;
        Progress progress({}, {},
                          [&](NoteLevel, const Text& text) { notes.push_back(text.english()); });
        preprocess::leaveOutDroppedRuns(subject, study.path(), progress);
        QCOMPARE(subject.faceRuns.size(), 2U);
        QCOMPARE(subject.faceRuns[1].name, std::string("c"));
        QCOMPARE(notes.size(), 1U);
        QVERIFY(notes[0].starts_with("b is left out, as ada decided"));
        QVERIFY(notes[0].ends_with("she slept"));
    }

    void aDamagedJournalIsRefusedAndNotOverwritten()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "runs.json";
        for (const char* const text : {"{", "{}", "{\"decisions\": [{\"run\": 3}]}"}) {
            test::writeText(file, text);
            QVERIFY_THROWS_EXCEPTION(Error, preprocess::recordRunDecision(
                                                folder.path(), {"a", Verdict::Drop, "", "", ""}));
            QCOMPARE(std::filesystem::file_size(file), std::string_view(text).size());
        }
    }
};

FUSIFORM_TEST(RunDecisionsTest)
#include "run_decisions_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "tests/core/journal/edits.h"
#include "tests/support/file_limit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace fusiform;
using namespace fusiform::journal;
namespace fs = std::filesystem;

namespace {

Journal started(JournalFile file)
{
    Start start;
    start.fit = "/studies/fit";
    start.subject = "sub-01";
    start.document = test::editStart();
    return {std::move(file), std::move(start)};
}

std::string plainHash(const Document& document) { return DocumentHasher().hashOf(document); }

Journal resumed(const fs::path& file)
{
    Progress progress;
    return Journal::resumed(file, progress);
}

/// The plainest history there is: every document, and where one stands.
struct PlainHistory {
    std::vector<Document> documents = {test::editStart()};
    std::size_t done = 0;

    void commit(const Command& command)
    {
        const Document next = applied(documents[done], command);
        if (plainHash(next) == plainHash(documents[done]))
            return;
        documents.resize(done + 1);
        documents.push_back(next);
        ++done;
    }
    [[nodiscard]] std::string hash() const { return plainHash(documents[done]); }
};

void editBoth(Journal& journal, PlainHistory& plain, Random& random, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t what = random.below(10);
        if (what < 7) {
            const Command command = test::anyCommand(*journal.document(), random);
            journal.commit(command, "step " + std::to_string(round));
            plain.commit(command);
        } else {
            const std::size_t to = what == 9            ? random.below(journal.steps().size() + 1)
                                   : journal.done() > 0 ? journal.done() - 1
                                                        : 0;
            journal.goTo(to);
            plain.done = to;
        }
        QCOMPARE(journal.hash(), plain.hash());
        QCOMPARE(plainHash(*journal.document()), plain.hash());
        QCOMPARE(journal.done(), plain.done);
        QCOMPARE(journal.steps().size() + 1, plain.documents.size());
    }
}

/// What the reading of a journal with this text says; empty: it is read.
std::string complaint(const fs::path& file, const std::string& text)
{
    test::writeText(file, text);
    Progress progress;
    try {
        static_cast<void>(Journal::replayed(file, progress));
    } catch (const Error& error) {
        return error.kind() == ErrorKind::BadData ? error.what() : "another kind of error";
    }
    return {};
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = text.find('\n', from) + 1;
        lines.push_back(text.substr(from, end - from));
        from = end;
    }
    return lines;
}

} // namespace

class JournalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyEditsUndosAndRedosAgreeWithAPlainHistoryAndWithTheFile()
    {
        const test::TemporaryFolder folder;
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const fs::path file = folder.path() / (std::to_string(seed) + ".jsonl");
            Random random(seed);
            PlainHistory plain;
            {
                Journal journal = started(JournalFile::create(file));
                editBoth(journal, plain, random, 400);
            }
            // The program is gone; another goes on from the file, and has the same past.
            Journal journal = resumed(file);
            QCOMPARE(journal.hash(), plain.hash());
            editBoth(journal, plain, random, 100);
            for (std::size_t to = journal.done(); to-- > 0;) {
                journal.goTo(to);
                QCOMPARE(plainHash(*journal.document()), plainHash(plain.documents[to]));
            }
            QCOMPARE(journal.hash(), plainHash(test::editStart()));
            for (std::size_t to = 1; to <= journal.steps().size(); ++to) {
                journal.goTo(to);
                QCOMPARE(plainHash(*journal.document()), plainHash(plain.documents[to]));
            }
        }
    }
    void stepsFarBackAreMadeAnewFromTheFileOrFromMemory()
    {
        const test::TemporaryFolder folder;
        for (const bool isOnDisk : {true, false}) {
            Random random(5);
            Journal journal = started(isOnDisk ? JournalFile::create(folder.path() / "far.jsonl")
                                               : JournalFile());
            std::vector<std::string> hashes = {journal.hash()};
            while (journal.done() < 700)
                if (journal.commit(test::anyCommand(*journal.document(), random), "edit"))
                    hashes.push_back(plainHash(*journal.document()));
            for (const std::size_t to : {650U, 130U, 129U, 1U, 0U, 700U, 333U}) {
                journal.goTo(to);
                QCOMPARE(plainHash(*journal.document()), hashes[to]);
            }
        }
    }
    void aHalfLineAtTheEndIsLeftOut()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.jsonl";
        std::string before;
        {
            Journal journal = started(JournalFile::create(file));
            journal.commit(PaintVoxels{0, {{{10, 20}}, {}}, "brush", true}, "Paint");
            before = journal.hash();
            journal.commit(PaintVoxels{1, {{{10, 20}}, {}}, "brush", true}, "Paint");
        }
        const std::string text = readTextFile(file);
        const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
        for (std::size_t size = last; size < text.size(); ++size) {
            test::writeText(file, text.substr(0, size));
            Journal journal = resumed(file);
            QCOMPARE(journal.hash(), before);
            QCOMPARE(journal.steps().size(), std::size_t{1});
            QCOMPARE(journal.droppedBytes(), static_cast<std::int64_t>(size - last));
            journal.commit(RenameRegion{0, "after"}, "Rename");
            const std::string after = journal.hash();
            journal = started({});
            QCOMPARE(resumed(file).hash(), after);
        }
    }
    void aKilledProgramLosesNothingThatItHadFinished()
    {
        const test::TemporaryFolder folder;
        for (int round = 0; round < 5; ++round) {
            const fs::path file = folder.path() / (std::to_string(round) + ".jsonl");
            std::array<int, 2> told = {};
            QCOMPARE(::pipe(told.data()), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                Random random(static_cast<std::uint64_t>(round));
                Journal journal = started(JournalFile::create(file));
                for (std::uint32_t step = 1;; ++step) {
                    while (!journal.commit(test::anyCommand(*journal.document(), random), "edit"))
                        ;
                    if (::write(told[1], &step, sizeof step) != sizeof step)
                        ::_exit(1);
                }
            }
            ::close(told[1]);
            std::uint32_t heard = 0;
            while (heard < 20U + static_cast<unsigned>(round))
                QCOMPARE(::read(told[0], &heard, sizeof heard), ssize_t{sizeof heard});
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            while (::read(told[0], &heard, sizeof heard) == sizeof heard)
                ;
            ::close(told[0]);
            const Journal journal = resumed(file);
            QVERIFY(!journal.isClosed());
            QVERIFY(journal.done() >= heard);
            // The same edits without a file.
            Random random(static_cast<std::uint64_t>(round));
            Document document = test::editStart();
            for (std::size_t done = 0; done < journal.done();) {
                const Document next = applied(document, test::anyCommand(document, random));
                done += plainHash(next) != plainHash(document) ? 1 : 0;
                document = next;
            }
            QCOMPARE(journal.hash(), plainHash(document));
        }
    }
    void whatChangesNothingIsNoEntry()
    {
        const test::TemporaryFolder folder;
        Journal journal = started(JournalFile::create(folder.path() / "a.jsonl"));
        const std::string text = readTextFile(journal.path());
        QVERIFY(!journal.commit(SelectRegion{0}, "Select"));
        QVERIFY(!journal.commit(PaintVoxels{0, {{{200, 5}}, {}}, "test", false}, "Paint"));
        journal.goTo(0);
        QVERIFY(journal.steps().empty());
        QCOMPARE(readTextFile(journal.path()), text);
    }
    void theMovesOfAGestureAreOneStep()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.jsonl";
        const auto move = [](Journal& journal, double plane) {
            constexpr auto kMerge = Journal::Merge::WithLastOfSameName;
            const auto base = journal.base("Move", kMerge);
            QCOMPARE(base->thirds.temporalBelow, 3.0);
            journal.commit(MoveThirds{{plane, 3}, {}, {}}, "Move", kMerge);
        };
        Journal journal = started(JournalFile::create(file));
        const std::string before = journal.hash();
        move(journal, 1);
        move(journal, 2);
        QCOMPARE(journal.entries(), std::size_t{0}); // still under way
        journal.flush();
        QCOMPARE(journal.entries(), std::size_t{1});
        move(journal, 4);
        move(journal, 5);
        QCOMPARE(journal.steps().size(), std::size_t{1});
        journal.endGesture();
        QCOMPARE(journal.entries(), std::size_t{2}); // the first, and the one in its place
        move(journal, 6);
        QCOMPARE(journal.steps().size(), std::size_t{2});
        journal.goTo(1);
        QCOMPARE(journal.document()->thirds.occipitalBehind, 5.0);
        journal.goTo(0);
        QCOMPARE(journal.hash(), before);
        journal = started({});
        Journal again = resumed(file);
        again.goTo(1);
        QCOMPARE(again.document()->thirds.occipitalBehind, 5.0);
        again.goTo(2);
        QCOMPARE(again.document()->thirds.occipitalBehind, 6.0);
    }
    void aFullDiskIsToldOnceAndUndoStaysWhole()
    {
        const test::TemporaryFolder folder;
        Random random(4);
        Journal journal = started(JournalFile::create(folder.path() / "a.jsonl"));
        std::vector<std::string> hashes = {journal.hash()};
        {
            const test::FileLimit limit(30'000);
            while (journal.done() < 300)
                if (journal.commit(test::anyCommand(*journal.document(), random), "edit"))
                    hashes.push_back(journal.hash());
        }
        QVERIFY(journal.takeProblem());
        QVERIFY(!journal.takeProblem());
        QVERIFY(journal.path().empty());
        for (std::size_t to = 300; to-- > 0;) {
            journal.goTo(to);
            QCOMPARE(plainHash(*journal.document()), hashes[to]);
        }
        // What is on the disk is whole as far as it goes.
        const Journal written = resumed(folder.path() / "a.jsonl");
        QVERIFY(written.done() > 10 && written.done() < 300);
        QCOMPARE(written.hash(), hashes[written.done()]);
    }
    void whatHappenedBesideTheStepsIsKept()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.jsonl";
        {
            Journal journal = started(JournalFile::create(file));
            journal.note(ModelChosen{"vaegan"});
            journal.commit(RenameRegion{0, "x"}, "Rename");
            journal.note(CodesChosen{decode::ShownCodes::AsDecoded});
            journal.note(LiveSwitched{false});
            journal.note(DecoderChosen{{"bayes", 0.25, decode::Bias::Fixed, true}});
            journal.note(SealOpened{{"confirmation", "x", "abc", "brush", false, "then", "0.1"}});
            journal.close();
        }
        Journal journal = resumed(file);
        QVERIFY(journal.isClosed());
        QCOMPARE(journal.start().subject, std::string("sub-01"));
        QCOMPARE(journal.notes().size(), std::size_t{5});
        QCOMPARE(std::get<ModelChosen>(journal.notes()[0].happening).name, std::string("vaegan"));
        QCOMPARE(journal.notes()[0].steps, std::size_t{0});
        QVERIFY(std::get<CodesChosen>(journal.notes()[1].happening).codes
                == decode::ShownCodes::AsDecoded);
        QVERIFY(!std::get<LiveSwitched>(journal.notes()[2].happening).isLive);
        const decode::DecodeOptions options
            = std::get<DecoderChosen>(journal.notes()[3].happening).options;
        QVERIFY((options == decode::DecodeOptions{"bayes", 0.25, decode::Bias::Fixed, true}));
        const glm::Opening opening = std::get<SealOpened>(journal.notes()[4].happening).opening;
        QCOMPARE(opening.regionHash, std::string("abc"));
        QVERIFY(!opening.isConfirmatory);
        // No undo takes it back.
        journal.goTo(0);
        QCOMPARE(journal.notes().size(), std::size_t{5});
        QVERIFY(!journal.isClosed());
    }
    void stepsBehindARegionAreThoseThatMadeIt()
    {
        Journal journal = started({});
        journal.commit(PaintVoxels{1, {{{10, 2}}, {}}, "brush", true}, "0: part");
        journal.commit(AddRegions{{test::editRegion("new", {1}), test::editRegion("other", {2})}},
                       "1: new and other");
        journal.commit(PaintVoxels{3, {{{30, 2}}, {}}, "brush", true}, "2: other");
        journal.commit(RemoveRegion{0}, "3: selected goes");
        journal.commit(PaintVoxels{2, {{{40, 2}}, {}}, "brush", true}, "4: other");
        journal.commit(SelectRegion{0}, "5");
        using Steps = std::vector<std::size_t>;
        QVERIFY((journal.stepsBehind(0) == Steps{0}));
        QVERIFY((journal.stepsBehind(1) == Steps{1}));
        QVERIFY((journal.stepsBehind(2) == Steps{1, 2, 4}));
        journal.goTo(3);
        QVERIFY((journal.stepsBehind(3) == Steps{1, 2}));
        QVERIFY(journal.stepsBehind(0).empty());
    }
    void linesThatWereChangedAreRefusedByNumber()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.jsonl";
        {
            Journal journal = started(JournalFile::create(file));
            journal.commit(PaintVoxels{0, {{{3, 7}}, {}}, "brush", true}, "Paint");
            journal.commit(RenameRegion{0, "other"}, "Rename");
            journal.goTo(1);
        }
        const std::vector<std::string> lines = linesOf(readTextFile(file));
        QCOMPARE(lines.size(), std::size_t{4});
        const auto with = [&](std::size_t line, const std::string& by) {
            std::vector<std::string> changed = lines;
            changed[line] = by;
            std::string text;
            for (const std::string& one : changed)
                text += one;
            return complaint(file, text);
        };
        const auto replaced = [](std::string line, const std::string& what, const std::string& by) {
            const std::size_t at = line.find(what);
            return at == std::string::npos ? std::string() : line.replace(at, what.size(), by);
        };
        QCOMPARE(with(0, lines[0]), std::string());
        const std::vector<std::pair<std::size_t, std::string>> changes = {
            {0, replaced(lines[0], "\"fusiform_journal\":1", "\"fusiform_journal\":2")},
            {0, replaced(lines[0], "selected", "Selected")},
            {0, "{}\n"},
            {0, "\n"},
            {1, replaced(lines[1], "[3,7]", "[3,8]")},
            {1, replaced(lines[1], "[3,7]", "[3,99999999]")},
            {1, replaced(lines[1], "[3,7]", "[3,-7]")},
            {1, replaced(lines[1], "\"region\":0", "\"region\":2")},
            {1, replaced(lines[1], "\"kind\"", "\"kin\"")},
            {1, replaced(lines[1], "\"command\"", "\"comand\"")},
            {1, replaced(lines[1], "\"command\"", "\"amends\":true,\"command\"")},
            {1, "{\n"},
            {1, "[]\n"},
            {1, ""}, // then the second stands in its place
            {2, replaced(lines[2], "\"to\":\"other\"", "\"to\":\"another\"")},
            {3, replaced(lines[3], "\"undo\":1", "\"undo\":3")},
            {3, replaced(lines[3], "\"undo\":1", "\"redo\":1")},
            {3, replaced(lines[3], "\"undo\":1", "\"undo\":1e99")},
        };
        for (const auto& [line, by] : changes) {
            const std::string said = with(line, by);
            const std::string place = "a.jsonl:" + std::to_string(line + 1) + ":";
            QVERIFY2(said.find(place) != std::string::npos, (by + " gives: " + said).c_str());
        }
        QVERIFY(complaint(file, "").find("no whole line") != std::string::npos);
        QVERIFY(complaint(file, lines[0].substr(0, 50)).find("no whole line") != std::string::npos);
    }
    void anyDamageIsReadOrRefusedAsBadDataAndNeverReadAsSomethingElse()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "a.jsonl";
        Random random(77);
        std::set<std::string> hashes;
        {
            Journal journal = started(JournalFile::create(file));
            hashes.insert(journal.hash());
            for (int round = 0; round < 30; ++round) {
                journal.commit(test::anyCommand(*journal.document(), random), "edit");
                hashes.insert(journal.hash());
            }
            journal.goTo(5);
            journal.note(LiveSwitched{true});
            journal.close();
        }
        const std::string whole = readTextFile(file);
        int refused = 0;
        for (int round = 0; round < 1500; ++round) {
            std::string text = whole;
            const std::size_t at = random.below(text.size());
            switch (random.below(4)) {
            case 0: text[at] = static_cast<char>(random.below(256)); break;
            case 1: text.erase(at, 1 + random.below(40)); break;
            case 2: text.insert(at, text.substr(random.below(text.size()), 30)); break;
            default: text[at] = static_cast<char>(text[at] ^ 1); break;
            }
            const std::string said = complaint(file, text);
            QVERIFY2(said != "another kind of error", said.c_str());
            refused += said.empty() ? 0 : 1;
            // What is read is a document that was there, whatever became of names and times.
            Progress progress;
            if (said.empty())
                QVERIFY(hashes.contains(Journal::replayed(file, progress).hash()));
        }
        QVERIFY(refused > 700);
    }
    void aGridBeyondReasonIsRefusedBeforeItTakesMemory()
    {
        const test::TemporaryFolder folder;
        for (const char* const shape :
             {"[2000,2000,2000]", "[9000000000,1,1]", "[1,1]", "[-1,1,1]"})
            QVERIFY(complaint(folder.path() / "a.jsonl",
                              std::string(R"({"fusiform_journal":1,"version":"","time":"",)"
                                          R"("process":1,"fit":"","subject":"","hash":"",)"
                                          R"("document":{"shape":)")
                                  + shape + R"(,"active":0,"regions":[]}})" + "\n")
                        .find("a.jsonl:1:")
                    != std::string::npos);
    }
    void anImpossibleCommandLeavesEverythingAsItWas()
    {
        Journal journal = started({});
        const std::string before = journal.hash();
        QVERIFY_EXCEPTION_THROWN(journal.commit(RemoveRegion{9}, "Remove"), Error);
        QCOMPARE(journal.hash(), before);
        QVERIFY(journal.steps().empty());
    }
};

FUSIFORM_TEST(JournalTest)
#include "journal_test.moc"

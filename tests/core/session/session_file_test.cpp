// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/io/nifti.h"
#include "core/journal/journal.h"
#include "core/session/session_pack.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/zip.h"
#include "tests/core/journal/edits.h"
#include "tests/support/file_limit.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace fusiform;
using namespace fusiform::session;
namespace fs = std::filesystem;

namespace {

/// A fit in a folder, and a journal of it in which some strokes were made and one was taken back.
struct Work {
    test::TemporaryFolder folder;
    fs::path fit = folder.path() / "studies" / "fit";
    image::Grid grid;
    std::optional<journal::Journal> journal;

    Work()
    {
        fs::create_directories(fit);
        const glm::Fit made = test::makeFit(fit);
        glm::writeFit(made, fit);
        grid.shape = test::kEditShape;
        grid.affine = made.grid.affine;
        journal::Start start;
        start.fit = fit;
        start.subject = "sub-01";
        start.version = FUSIFORM_VERSION;
        start.document = test::editStart();
        journal.emplace(journal::JournalFile::create(folder.path() / "work.jsonl"),
                        std::move(start));
        Random random(7);
        for (int step = 0; step < 30; ++step)
            journal->commit(test::anyCommand(*journal->document(), random),
                            "step " + std::to_string(step));
        journal->goTo(journal->done() - 1);
    }

    [[nodiscard]] Snapshot snapshot()
    {
        Snapshot now;
        now.time = "2026-03-01T12:00:00Z";
        now.fit = fit;
        now.subject = "sub-01";
        now.grid = grid;
        now.journal = journal->text();
        now.document = journal->document();
        now.thumbnail = "a picture";
        now.view = {{"cursor", {1.5, -2, 3}}};
        return now;
    }
    void save(const fs::path& file, Data data = Data::Apart)
    {
        Progress progress;
        writeSession(file, snapshot(), data, progress);
    }
};

/// A session with another session.json.
void writeOther(const fs::path& from, const fs::path& to, const Json& manifest)
{
    Progress progress;
    const ZipReader zip(from);
    ZipWriter other(to);
    for (const ZipReader::Item& item : zip.items())
        other.add(item.name, item.name == "session.json" ? jsonText(manifest)
                                                         : zip.read(item.name, item.size));
    other.commit(progress);
}

std::string complaintOf(const fs::path& file)
{
    try {
        (void)readSession(file);
        return {};
    } catch (const Error& error) {
        return error.exitCode() == 3 ? error.what() : "another kind of error";
    }
}

} // namespace

class SessionFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorkIsWhatItWas()
    {
        Work work;
        const fs::path file = work.folder.path() / "talks" / "my session.fusiform";
        work.save(file);
        QVERIFY(isSession(file));
        const SessionFile session = readSession(file);
        QCOMPARE(session.version, std::string(FUSIFORM_VERSION));
        QCOMPARE(session.saved, std::string("2026-03-01T12:00:00Z"));
        QCOMPARE(session.fit.subject, std::string("sub-01"));
        QCOMPARE(session.fit.place, fs::path("../studies/fit"));
        QCOMPARE(session.fit.hash, fitHash(work.fit));
        QVERIFY(session.view == work.snapshot().view);
        QCOMPARE(readThumbnail(file), std::string("a picture"));

        Progress progress;
        unpackJournal(file, work.folder.path() / "again.jsonl", "/elsewhere/fit", progress);
        journal::Journal again
            = journal::Journal::resumed(work.folder.path() / "again.jsonl", progress);
        QCOMPARE(again.start().fit, fs::path("/elsewhere/fit"));
        QCOMPARE(again.hash(), work.journal->hash());
        QCOMPARE(again.steps().size(), work.journal->steps().size());
        QCOMPARE(again.done(), work.journal->done());
        again.goTo(again.done() + 1); // what was taken back is there again
        work.journal->goTo(work.journal->done() + 1);
        QCOMPARE(again.hash(), work.journal->hash());
    }
    void nothingTellsWhereItWasMade()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file, Data::Inside);
        const ZipReader zip(file);
        for (const ZipReader::Item& item : zip.items())
            QVERIFY2(zip.read(item.name, item.size).find(work.folder.path().string())
                         == std::string::npos,
                     item.name.c_str());
    }
    void regionsAreMasksForOthers()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file);
        const ZipReader zip(file);
        const auto& regions = work.journal->document()->regions;
        std::size_t found = 0;
        for (const ZipReader::Item& item : zip.items()) {
            if (!item.name.starts_with("regions/"))
                continue;
            const roi::Region& region = *regions[found++];
            test::writeText(work.folder.path() / "mask.nii", zip.read(item.name, item.size));
            const image::Volume mask = io::readVolume(work.folder.path() / "mask.nii");
            QVERIFY(mask.grid.shape == work.grid.shape);
            QVERIFY(mask.grid.affine.mmFromVoxel().isApprox(work.grid.affine.mmFromVoxel(), 1e-6));
            for (std::size_t index = 0; index < mask.values.size(); ++index)
                QCOMPARE(mask.values[index] != 0,
                         region.voxels.contains(work.grid.voxel(static_cast<image::Index>(index))));
        }
        QCOMPARE(found, regions.size());
    }
    void withItsDataItNeedsNothingElse()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file, Data::Inside);
        fs::rename(work.fit, work.folder.path() / "hidden");
        QVERIFY(readSession(file).fit.place.empty());
        Progress progress;
        unpackData(file, work.folder.path() / "x data", progress);
        const glm::Fit there = glm::readFit(work.folder.path() / "x data");
        const glm::Fit before = glm::readFit(work.folder.path() / "hidden");
        QCOMPARE(there.voxels, before.voxels);
        QVERIFY(there.models.front().exploration.patterns
                == before.models.front().exploration.patterns);
        QCOMPARE(fitHash(work.folder.path() / "x data"), fitHash(work.folder.path() / "hidden"));
        QVERIFY_THROWS_EXCEPTION(Error, unpackData(file, work.folder.path() / "x data", progress));
    }
    void withoutDataThereIsNothingToUnpack()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file);
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, unpackData(file, work.folder.path() / "d", progress));
        QVERIFY(!fs::exists(work.folder.path() / "d"));
    }
    void anotherFitInsideIsRefused()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file, Data::Inside);
        Json manifest = parseJson(ZipReader(file).read("session.json", 1 << 20), file);
        manifest["fit"]["sha256"] = std::string(64, '0');
        const fs::path other = work.folder.path() / "y.fusiform";
        writeOther(file, other, manifest);
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, unpackData(other, work.folder.path() / "d", progress));
        QVERIFY(!fs::exists(work.folder.path() / "d"));
    }
    void newerOnesAreRefusedWithWords()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file);
        const fs::path other = work.folder.path() / "y.fusiform";
        Json manifest = parseJson(ZipReader(file).read("session.json", 1 << 20), file);
        manifest["format_version"] = kVersion + 1;
        writeOther(file, other, manifest);
        const std::string said = complaintOf(other);
        QVERIFY2(said.find("a newer Fusiform made it") != std::string::npos, said.c_str());
        QVERIFY2(said.find("y.fusiform") != std::string::npos, said.c_str());
    }
    void whatIsNoSessionIsBadData()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file);
        const fs::path other = work.folder.path() / "y.fusiform";
        const Json whole = parseJson(ZipReader(file).read("session.json", 1 << 20), file);
        for (const char* field : {"format", "format_version", "version", "saved", "fit", "view"}) {
            Json manifest = whole;
            manifest.erase(field);
            writeOther(file, other, manifest);
            QVERIFY2(!complaintOf(other).empty(), field);
            manifest[field] = {1, 2};
            writeOther(file, other, manifest);
            QVERIFY2(!complaintOf(other).empty(), field);
        }
        test::writeText(other, "no zip");
        QVERIFY(!complaintOf(other).empty());
        QVERIFY(!isSession(other));
        Progress progress;
        ZipWriter empty(other);
        empty.add("a", "b");
        empty.commit(progress);
        QVERIFY(!complaintOf(other).empty());
        QVERIFY(!isSession(other));
    }
    void aFullDiskLeavesTheOldOne()
    {
        Work work;
        const fs::path file = work.folder.path() / "x.fusiform";
        work.save(file);
        const std::string before = readTextFile(file);
        {
            const test::FileLimit full(1000);
            QVERIFY_THROWS_EXCEPTION(Error, work.save(file));
        }
        QCOMPARE(readTextFile(file), before);
    }
    /// Whenever the program dies, the file is one that was saved whole.
    void aDeathWhileSavingLeavesTheOldOrTheNewOne()
    {
        Work work;
        const fs::path file = work.folder.path() / "saved" / "x.fusiform";
        std::vector<std::string> hashes; // of the document at each save
        std::vector<Snapshot> snapshots;
        Random random(5);
        for (int round = 0; round < 8; ++round) {
            snapshots.push_back(work.snapshot());
            hashes.push_back(work.journal->hash());
            work.journal->commit(test::anyCommand(*work.journal->document(), random), "more");
        }
        Progress progress;
        writeSession(file, snapshots.front(), Data::Inside, progress);
        int killed = 0;
        for (int round = 0; round < 40; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                Progress silent;
                for (std::size_t save = 0;; save = (save + 1) % snapshots.size())
                    writeSession(file, snapshots[save], save % 2 == 0 ? Data::Inside : Data::Apart,
                                 silent);
            }
            ::usleep(static_cast<useconds_t>(random.below(30000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));
            killed += fs::exists(file) ? 1 : 0;
            (void)readSession(file);
            const std::string hash = replayedJournal(file, progress).hash();
            QVERIFY(std::ranges::count(hashes, hash) > 0);
        }
        QCOMPARE(killed, 40);
    }
    void theSameWorkGivesTheSameBytes()
    {
        Work work;
        work.save(work.folder.path() / "x.fusiform", Data::Inside);
        work.save(work.folder.path() / "y.fusiform", Data::Inside);
        QCOMPARE(readTextFile(work.folder.path() / "x.fusiform"),
                 readTextFile(work.folder.path() / "y.fusiform"));
    }
};

FUSIFORM_TEST(SessionFileTest)
#include "session_file_test.moc"

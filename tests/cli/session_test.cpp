// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/session/session_pack.h"
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

/// Session files on the command line.
class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void infoAndReplayReadThem()
    {
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        const glm::Fit fit = glm::readFit(folder.path() / "fit");
        journal::Start start;
        start.fit = fit.folder;
        start.subject = fit.subject;
        start.document.shape = fit.grid.shape;
        roi::Region region = roi::offeredRegions(fit, fit.models.front()).front();
        start.document.regions = {std::make_shared<const roi::Region>(region)};
        journal::Journal journal(journal::JournalFile(), std::move(start));
        journal.commit(journal::RenameRegion{0, "mine"}, "Rename");
        session::Snapshot snapshot;
        snapshot.time = "2026-03-01T12:00:00Z";
        snapshot.fit = fit.folder;
        snapshot.subject = fit.subject;
        snapshot.grid = fit.grid;
        snapshot.journal = journal.text();
        snapshot.document = journal.document();
        Progress progress;
        const std::string file = (folder.path() / "work.fusiform").string();
        session::writeSession(file, snapshot, session::Data::Apart, progress);

        const test::Finished info = test::runProgram({"info", file, "--json"});
        QVERIFY2(info.exitCode == 0, info.errors.c_str());
        const Json said = Json::parse(info.output);
        QCOMPARE(said.at("format").get<std::string>(), std::string("Fusiform session"));
        QCOMPARE(said.at("subject").get<std::string>(), fit.subject);
        QCOMPARE(said.at("fit").get<std::string>(), std::string("fit"));
        QCOMPARE(said.at("with_data").get<bool>(), false);
        QCOMPARE(said.at("regions").at(0).get<std::string>(), std::string("regions/01-mine.nii"));

        const test::Finished replay = test::runProgram({"replay", file, "--json"});
        QVERIFY2(replay.exitCode == 0, replay.errors.c_str());
        QCOMPARE(Json::parse(replay.output).at("hash").get<std::string>(), journal.hash());

        test::writeText(file, "no session");
        QCOMPARE(test::runProgram({"replay", file}).exitCode, 3);
        QCOMPARE(test::runProgram({"info", file}).exitCode, 3);
    }
};

FUSIFORM_TEST(SessionTest)
#include "session_test.moc"

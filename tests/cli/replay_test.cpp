// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/util/file.h"
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

journal::Start startOfSession()
{
    journal::Start start;
    start.version = "0.1";
    start.fit = "/studies/fit";
    start.subject = "sub-01";
    start.document.shape = {10, 10, 10};
    roi::Region region;
    region.name = "temporal";
    region.voxels = image::VoxelSet(start.document.shape);
    start.document.regions = {std::make_shared<const roi::Region>(region)};
    return start;
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aJournalGivesTheHashThatTheSessionHad()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "session.jsonl";
        std::string hash;
        {
            journal::Journal session(journal::JournalFile::create(file), startOfSession());
            session.commit(journal::PaintVoxels{0, {{{100, 30}}, {}}, "brush", true}, "Paint");
            session.commit(journal::RenameRegion{0, "mine"}, "Rename");
            session.commit(journal::PaintVoxels{0, {{}, {{110, 5}}}, "brush", true}, "Erase");
            hash = session.hash();
            session.commit(journal::PaintVoxels{0, {{{500, 1}}, {}}, "brush", true}, "Paint");
            session.goTo(3);
            session.note(
                journal::SealOpened{{"confirmation", "mine", "h", "brush", false, "t", "0"}});
        }
        const test::Finished done = test::runProgram({"replay", file.string(), "--json"});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const Json json = Json::parse(done.output);
        QCOMPARE(json.at("hash").get<std::string>(), hash);
        QCOMPARE(json.at("entries").get<int>(), 6);
        QCOMPARE(json.at("steps").get<int>(), 4);
        QCOMPARE(json.at("done").get<int>(), 3);
        QVERIFY(!json.at("closed").get<bool>());
        QCOMPARE(json.at("openings").size(), std::size_t{1});
        const Json& region = json.at("regions").at(0);
        QCOMPARE(region.at("voxels").get<int>(), 25);
        QCOMPARE(region.at("name").get<std::string>(), std::string("mine"));
        QCOMPARE(region.at("lines").dump(), std::string("[2,3,4]"));
        // The hash of a region is the one that decode and the seal's ledger name.
        std::vector<image::Index> members;
        for (image::Index index = 100; index < 130; ++index)
            if (index < 110 || index > 114)
                members.push_back(index);
        QCOMPARE(region.at("hash").get<std::string>(),
                 image::VoxelSet::of({10, 10, 10}, members).hash());
    }
    void whatIsWrongIsToldWithFileAndLine()
    {
        const test::TemporaryFolder folder;
        const fs::path file = folder.path() / "session.jsonl";
        {
            journal::Journal session(journal::JournalFile::create(file), startOfSession());
            session.commit(journal::RenameRegion{0, "mine"}, "Rename");
        }
        std::string text = readTextFile(file);
        text.replace(text.find("mine"), 4, "mime");
        test::writeText(file, text);
        const test::Finished changed = test::runProgram({"replay", file.string()});
        QCOMPARE(changed.exitCode, 3);
        QVERIFY2(changed.errors.find("session.jsonl:2") != std::string::npos,
                 changed.errors.c_str());
        QCOMPARE(test::runProgram({"replay", (folder.path() / "none").string()}).exitCode, 3);
        QCOMPARE(test::runProgram({"replay", folder.path().string()}).exitCode, 3);
        QCOMPARE(test::runProgram({"replay"}).exitCode, 2);
    }
};

FUSIFORM_TEST(ReplayTest)
#include "replay_test.moc"

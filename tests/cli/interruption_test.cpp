// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <csignal>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// The small study with its first run again and again: its fit goes on for long enough that a
/// signal sent at a message arrives before the end, also on a machine that does other work.
test::SmallStudy writeLongStudy(const fs::path& root)
{
    const test::SmallStudy study = test::writeSmallStudy(root);
    for (int run = 10; run < 250; ++run)
        for (const fs::path& file : {study.bold(1), study.events(1), study.sidecar(1)}) {
            std::string name = file.filename().string();
            name.replace(name.find("run-01"), 6, "run-" + std::to_string(run));
            fs::create_hard_link(file, file.parent_path() / name);
        }
    return study;
}

} // namespace

/// Ctrl+C ends with 130 and leaves the disk as it was.
class InterruptionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSignalLeavesNothingBehind_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<int>("number");
        for (const char* stage : {"Reading events and headers", "Encoding pictures", "Adding runs"})
            QTest::newRow(stage) << QString(stage) << SIGINT;
        QTest::newRow("SIGTERM") << QStringLiteral("Reading events and headers") << SIGTERM;
    }
    void aSignalLeavesNothingBehind()
    {
        QFETCH(QString, stage);
        QFETCH(int, number);
        const test::TemporaryFolder folder;
        const test::SmallStudy study = writeLongStudy(folder.path() / "study");
        test::writeText(folder.path() / "fit" / "fit.json", "the fit of yesterday\n");
        const auto before = test::contentsOf(folder.path());
        test::Program program({"fit", study.root.string(), (folder.path() / "fit").string(),
                               "--components", "8", "--threads", "1", "--overwrite", "--json"});
        QVERIFY(program.waitForMessage(stage.toStdString()));
        program.signal(number);
        const test::Finished done = program.finish();
        QVERIFY2(done.exitCode == 130, done.errors.c_str());
        QVERIFY2(done.errors.ends_with("fusiform-cli: Cancelled.\n"), done.errors.c_str());
        QVERIFY(done.output.empty());
        QVERIFY(test::contentsOf(folder.path()) == before);
    }
    void theNextStartIsClean()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = writeLongStudy(folder.path() / "study");
        const std::vector<std::string> words
            = {"fit", study.root.string(), (folder.path() / "fit").string(), "--components", "4"};
        test::Program first(words);
        QVERIFY(first.waitForMessage("Reading events"));
        first.signal(SIGINT);
        QCOMPARE(first.finish().exitCode, 130);
        QCOMPARE(test::runProgram(words).exitCode, 0);
    }
    void trainingStopsToo()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const fs::path picture = study.picture("T01.png");
        for (int copy = 1000; copy < 2500; ++copy) // so that it goes on for a while
            fs::create_hard_link(picture,
                                 picture.parent_path() / ("T" + std::to_string(copy) + ".png"));
        const auto before = test::contentsOf(folder.path());
        test::Program program({"train-model", "--images",
                               (study.root / "stimuli" / "sub01").string(), "--kind", "pca",
                               "--latent", "16", "--out",
                               (folder.path() / "m.safetensors").string(), "--threads", "1"});
        QVERIFY(program.waitForMessage("/"));
        program.signal(SIGINT);
        const test::Finished done = program.finish();
        QVERIFY2(done.exitCode == 130, done.errors.c_str());
        QVERIFY(test::contentsOf(folder.path()) == before);
    }
};

FUSIFORM_TEST(InterruptionTest)
#include "interruption_test.moc"

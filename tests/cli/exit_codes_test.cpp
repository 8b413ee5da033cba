// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/tasks.h"
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

/// 0 done, 2 wrong usage: what was typed decides, before any work begins.
class ExitCodesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helpAndVersionAreAnswers()
    {
        const test::Finished help = test::runProgram({"--help"});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.errors.empty());
        for (const task::Task& task : task::allTasks()) {
            QVERIFY2(help.output.find(task.name) != std::string::npos, task.name);
            const test::Finished own = test::runProgram({task.name, "--help"});
            QCOMPARE(own.exitCode, 0);
            QVERIFY2(own.errors.empty() && own.output.find("--json") != std::string::npos,
                     task.name);
        }
        const test::Finished version = test::runProgram({"--version"});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(QString::fromStdString(version.output),
                 QStringLiteral("fusiform-cli " FUSIFORM_VERSION "\n"));
    }
    void helpOfASubcommandIsItsOwn()
    {
        const test::Finished help = test::runProgram({"decode", "--help"});
        QVERIFY(help.output.find("--ridge") != std::string::npos);
        QVERIFY(help.output.find("--participant-label") == std::string::npos);
    }
    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, QStringList words, const char* named) {
            QTest::newRow(name) << words << QString(named);
        };
        row("nothing", {}, "subcommand");
        row("unknown subcommand", {"dekode"}, "dekode");
        row("unknown option", {"bids", "/tmp", "--colour", "red"}, "--colour");
        row("missing file", {"info"}, "file");
        row("missing required option", {"encode", "m", "a.png"}, "--out");
        row("option without its value", {"info", "a.nii", "--voxel"}, "--voxel");
        row("text for a number", {"decode", "fit", "--ridge", "strong"}, "strong");
        row("comma in a number", {"decode", "fit", "--ridge", "0,5"}, "0,5");
        row("half a number", {"fit", "s", "f", "--components", "4x"}, "4x");
        row("number out of range", {"fit", "s", "f", "--p", "2"}, "p");
        row("not among the choices", {"fit", "s", "f", "--leaks", "maybe"}, "maybe");
        row("negative threads", {"bids", "/tmp", "--threads", "-1"}, "threads");
        row("voxel with letters", {"info", "IMAGE", "--voxel", "1,2,x"}, "x");
        row("voxel with too few numbers", {"info", "IMAGE", "--voxel", "1,2"}, "voxel");
        row("voxel outside", {"info", "IMAGE", "--voxel", "10,0,0"}, "10,0,0");
        row("voxel below zero", {"info", "IMAGE", "--voxel=-1,0,0"}, "-1,0,0");
        row("voxel between voxels", {"info", "IMAGE", "--voxel", "1.5,0,0"}, "1.5");
        row("volume outside", {"info", "IMAGE", "--voxel", "0,0,0,100"}, "0,0,0,100");
        row("statistic without its table", {"stats", "friedman"}, "--table");
        row("study for a fit", {"evaluate", "STUDY", "--out", "OUT"}, "fusiform-cli fit ");
        row("unknown subject", {"fit", "STUDY", "OUT", "--participant-label", "99"}, "sub-01");
    }
    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const auto before = test::contentsOf(folder.path());
        std::vector<std::string> arguments;
        for (QString& word : words) {
            word.replace("IMAGE", QString::fromStdString(study.bold(1).string()));
            word.replace("STUDY", QString::fromStdString(study.root.string()));
            word.replace("OUT", QString::fromStdString((folder.path() / "fit").string()));
            arguments.push_back(word.toStdString());
        }
        const test::Finished done = test::runProgram(arguments);
        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        QVERIFY2(done.exitCode == 2, qPrintable(said));
        QVERIFY2(said.startsWith("fusiform-cli: ") && said.count('\n') == 1, qPrintable(said));
        QVERIFY2(said.contains(named), qPrintable(said));
        QVERIFY(done.output.empty());
        QVERIFY(test::contentsOf(folder.path()) == before);
    }
    void whatIsThereIsKeptUnlessToldOtherwise_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("fit") << QStringList{"fit", "STUDY", "THERE", "--components", "4"};
        QTest::newRow("design") << QStringList{"design",  "--events", "EVENTS", "--tr",       "2",
                                               "--scans", "100",      "--out",  "THERE/a.tsv"};
        QTest::newRow("train-model") << QStringList{
            "train-model", "--images", "STUDY/stimuli/sub01", "--kind", "pca", "--latent",
            "4",           "--out",    "THERE/a.tsv"};
    }
    void whatIsThereIsKeptUnlessToldOtherwise()
    {
        QFETCH(QStringList, words);
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const fs::path there = folder.path() / "there";
        test::writeText(there / "a.tsv", "mine\n");
        const auto before = test::contentsOf(folder.path());
        std::vector<std::string> arguments;
        for (QString& word : words) {
            word.replace("STUDY", QString::fromStdString(study.root.string()));
            word.replace("EVENTS", QString::fromStdString(study.events(1).string()));
            word.replace("THERE", QString::fromStdString(there.string()));
            arguments.push_back(word.toStdString());
        }
        const test::Finished refused = test::runProgram(arguments);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.find("--overwrite") != std::string::npos
                     && refused.errors.find(there.string()) != std::string::npos,
                 refused.errors.c_str());
        QVERIFY(test::contentsOf(folder.path()) == before);
        arguments.emplace_back("--overwrite");
        const test::Finished done = test::runProgram(arguments);
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const auto after = test::contentsOf(there);
        QVERIFY(!after.contains("a.tsv") || after.at("a.tsv") != "mine\n");
    }
    void anEmptyFolderMayBeFilled()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        fs::create_directory(folder.path() / "fit");
        const test::Finished done = test::runProgram(
            {"fit", study.root.string(), (folder.path() / "fit/").string(), "--components", "4"});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(fs::exists(folder.path() / "fit" / "fit.json"));
    }
};

FUSIFORM_TEST(ExitCodesTest)
#include "exit_codes_test.moc"

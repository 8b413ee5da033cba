// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// A small study, a fit of it and codes: what every command needs to run.
struct Place {
    test::TemporaryFolder folder;
    test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
    fs::path fit = folder.path() / "fit";
    fs::path model = fit / "models" / "pca" / "model.safetensors";
    fs::path codes = folder.path() / "z.tsv";

    Place()
    {
        const std::string picture = study.picture("F1.png").string();
        if (test::runProgram(
                {"fit", study.root.string(), fit.string(), "--components", "4", "--select", "t"})
                    .exitCode
                != 0
            || test::runProgram({"encode", model.string(), picture, "--out", codes.string()})
                       .exitCode
                   != 0)
            qFatal("the example could not be made");
    }
    [[nodiscard]] std::vector<std::string> words(const QStringList& templates) const
    {
        std::vector<std::string> result;
        for (QString word : templates) {
            word.replace("STUDY", QString::fromStdString(study.root.string()));
            word.replace("FIT", QString::fromStdString(fit.string()));
            word.replace("MODEL", QString::fromStdString(model.string()));
            word.replace("CODES", QString::fromStdString(codes.string()));
            word.replace("OUT", QString::fromStdString((folder.path() / "out").string()));
            result.push_back(word.toStdString());
        }
        return result;
    }
};

} // namespace

/// A file size limit makes the kernel refuse writes in the middle, as a full disk does.
class FullDiskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_place = std::make_unique<Place>(); }
    void cleanupTestCase() { m_place.reset(); }

    void nothingIsLeftWhenTheDiskIsFull_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("bytes");
        const QStringList fit = {"fit", "STUDY", "OUT/fit", "--components", "4", "--select", "t"};
        QTest::newRow("fit, while its model is written") << fit << 4096;
        QTest::newRow("fit, no room at all") << fit << 1;
        QTest::newRow("fit with a model of a file")
            << QStringList{"fit", "STUDY", "OUT/fit", "--model", "MODEL", "--select", "t"} << 4096;
        QTest::newRow("design")
            << QStringList{"design",
                           "--events",
                           "STUDY/sub-01/func/sub-01_task-faces_run-01_events.tsv",
                           "--tr",
                           "2",
                           "--scans",
                           "100",
                           "--out",
                           "OUT/design.tsv"}
            << 4096;
        QTest::newRow("decode") << QStringList{"decode", "FIT", "--out", "OUT/faces"} << 4096;
        QTest::newRow("train-model")
            << QStringList{"train-model", "--images", "STUDY/stimuli/sub01",
                           "--kind",      "pca",      "--latent",
                           "4",           "--out",    "OUT/m.safetensors"}
            << 4096;
        QTest::newRow("encode") << QStringList{"encode", "MODEL", "STUDY/stimuli/sub01/F1.png",
                                               "--out", "OUT/z.tsv"}
                                << 10;
        QTest::newRow("generate") << QStringList{"generate", "MODEL", "--latents",
                                                 "CODES",    "--out", "OUT/pictures"}
                                  << 1000;
    }
    void nothingIsLeftWhenTheDiskIsFull()
    {
        QFETCH(QStringList, words);
        QFETCH(int, bytes);
        const auto before = test::contentsOf(m_place->folder.path());
        test::ProgramOptions options;
        options.largestFile = static_cast<std::size_t>(bytes);
        std::vector<std::string> arguments = m_place->words(words);
        arguments.emplace_back("--quiet");
        const test::Finished done = test::runProgram(arguments, options);
        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        QVERIFY2(done.exitCode == 1, qPrintable(said));
        const QString out = QString::fromStdString((m_place->folder.path() / "out").string());
        QVERIFY2(said.startsWith("fusiform-cli: " + out + "/"), qPrintable(said));
        QVERIFY2(said.contains("File too large") && said.count('\n') == 1, qPrintable(said));
        QVERIFY2(!said.contains("partial"), qPrintable(said));
        QVERIFY(test::contentsOf(m_place->folder.path()) == before);
    }
    void whatWasThereStaysWhenItsSuccessorDoesNotFit()
    {
        test::ProgramOptions options;
        options.largestFile = 4096;
        const auto before = test::contentsOf(m_place->folder.path());
        const test::Finished done = test::runProgram(
            m_place->words({"fit", "STUDY", "FIT", "--components", "4", "--overwrite"}), options);
        QCOMPARE(done.exitCode, 1);
        QVERIFY(test::contentsOf(m_place->folder.path()) == before);
    }
    void aFullStandardOutputIsAFailure_data()
    {
        QTest::addColumn<QStringList>("words");
        const QStringList info = {"info", "STUDY/sub-01/func/sub-01_task-faces_run-01_bold.nii.gz"};
        QTest::newRow("text") << info;
        QTest::newRow("json") << info + QStringList{"--json"};
    }
    void aFullStandardOutputIsAFailure()
    {
        if (!fs::exists("/dev/full"))
            QSKIP("there is no /dev/full here");
        QFETCH(QStringList, words);
        test::ProgramOptions options;
        options.standardOutput = "/dev/full";
        const test::Finished done = test::runProgram(m_place->words(words), options);
        QCOMPARE(done.exitCode, 1);
        QCOMPARE(
            QString::fromStdString(done.errors),
            QStringLiteral("fusiform-cli: The result could not be written to standard output.\n"));
    }

private:
    std::unique_ptr<Place> m_place;
};

FUSIFORM_TEST(FullDiskTest)
#include "full_disk_test.moc"

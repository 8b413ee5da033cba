// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"
#include "core/util/hash.h"
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"
#include "tests/support/zip_archive.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

#ifndef FUSIFORM_TORCHSCRIPT_FILES
#define FUSIFORM_TORCHSCRIPT_FILES ""
#endif

/// Programs of others as face models, and what import-checkpoint refuses.
class ImportCheckpointTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TemporaryFolder> m_folder;

    [[nodiscard]] fs::path file(const std::string& name) const { return m_folder->path() / name; }
    [[nodiscard]] test::Finished run(const std::vector<std::string>& words) const
    {
        test::ProgramOptions options;
        options.environment["XDG_CONFIG_HOME"] = file("config").string();
        return test::runProgram(words, options);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        test::writeText(file("net.pt"), test::zipArchive({"net/data.pkl", "net/code/net.py"}));
        test::writeText(file("weights.pt"), test::zipArchive({"net/data.pkl", "net/data/0"}));
        io::writeSafetensors(file("own.safetensors"), {}, {{"fusiform", "{}"}});
    }
    void cleanup() { m_folder.reset(); }

    void infoTellsWhatAProgramIs()
    {
        const test::Finished done = run({"info", file("net.pt").string(), "--json"});
        QCOMPARE(done.exitCode, 0);
        const Json json = Json::parse(done.output);
        QCOMPARE(json.at("format").get<std::string>(), std::string("TorchScript program"));
        QCOMPARE(json.at("sha256").get<std::string>(), fileHash(file("net.pt")));
        QVERIFY(!json.at("trusted").get<bool>());
        const test::Finished weights = run({"info", file("weights.pt").string()});
        QVERIFY(weights.output.find("PyTorch weights") != std::string::npos);
        QVERIFY(weights.output.find("trusted") == std::string::npos);
    }
    void whatIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("named");
        QTest::newRow("no trust") << QStringList{"net.pt"} << 2 << "SHA-256";
        QTest::newRow("program with --out")
            << QStringList{"net.pt", "--trust", "--out", "a.safetensors"} << 2 << "--out";
        QTest::newRow("weights as .pt")
            << QStringList{"weights.pt", "--trust"} << 3 << "without code";
        QTest::newRow("own model")
            << QStringList{"own.safetensors", "--out", "a.safetensors"} << 2 << "already";
        QTest::newRow("no --out") << QStringList{"own.safetensors"} << 2 << "--out";
        QTest::newRow("trust in weights")
            << QStringList{"own.safetensors", "--trust", "--out", "a.safetensors"} << 2
            << "--trust";
        QTest::newRow("absent") << QStringList{"absent.pt", "--trust"} << 3 << "absent.pt";
    }
    void whatIsRefused()
    {
        QFETCH(const QStringList, words);
        QFETCH(const int, exitCode);
        QFETCH(const QString, named);
        std::vector<std::string> all = {"import-checkpoint", "--quiet"};
        for (const QString& word : words)
            all.push_back(word.contains('.') ? file(word.toStdString()).string()
                                             : word.toStdString());
        const auto before = test::contentsOf(m_folder->path());
        const test::Finished done = run(all);
        const QString said = QString::fromStdString(test::withoutWarnings(done.errors));
        QVERIFY2(done.exitCode == exitCode && said.contains(named) && said.count('\n') == 1,
                 qPrintable(said));
        QVERIFY(test::contentsOf(m_folder->path()) == before);
    }
    void aTrustedProgramMakesPictures()
    {
        if (std::string(FUSIFORM_TORCHSCRIPT_FILES).empty())
            QSKIP("this build has no LibTorch module");
        QCOMPARE(QProcess::execute(QStringLiteral(FUSIFORM_TORCHSCRIPT_FILES),
                                   {QString::fromStdString(m_folder->path().string())}),
                 0);
        const std::string program = file("plain.pt").string();
        test::writeText(file("codes.tsv"), "z1\tz2\tz3\n0\t0\t0\n1\t2\t3\n");
        const std::vector<std::string> generate = {"generate",  program,
                                                   "--latents", file("codes.tsv").string(),
                                                   "--out",     file("faces").string()};
        QCOMPARE(run(generate).exitCode, 2);

        const test::Finished trusted
            = run({"import-checkpoint", program, "--trust", "--latent", "3"});
        QVERIFY2(trusted.exitCode == 0, trusted.errors.c_str());
        QVERIFY(trusted.output.find("plain: 3 latents, 6 x 6 pixels, only generates.")
                != std::string::npos);
        const Json info = Json::parse(run({"info", program, "--json"}).output);
        QVERIFY(info.at("trusted").get<bool>() && info.at("latent_size") == 3);

        const test::Finished made = run(generate);
        QVERIFY2(made.exitCode == 0, made.errors.c_str());
        QVERIFY(fs::exists(file("faces") / "face-00002.png"));
        const test::Finished encoded
            = run({"encode", program, (file("faces") / "face-00002.png").string(), "--out",
                   file("back.tsv").string()});
        QCOMPARE(encoded.exitCode, 2);
        QVERIFY(encoded.errors.find("only generates") != std::string::npos);
    }
};

FUSIFORM_TEST(ImportCheckpointTest)
#include "import_checkpoint_test.moc"

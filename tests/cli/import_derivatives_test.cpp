// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/published_set.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

/// The published derivatives from the command line: import, then decode.
class ImportDerivativesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImportedSetDecodes()
    {
        const test::TemporaryFolder folder;
        const test::PublishedSet set(folder.path() / "sub-02", {});
        const std::string fit = (folder.path() / "fit").string();
        const std::vector<std::string> words
            = {"import-derivatives", set.folder().string(), "--out", fit, "--json"};
        const test::Finished done = test::runProgram(words);
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const Json json = Json::parse(done.output);
        QCOMPARE(json.at("subject").get<std::string>(), std::string("sub-02"));
        QCOMPARE(json.at("voxels").get<std::size_t>(), set.mask().size());
        QCOMPARE(json.at("selected").get<int>(), 150);
        QCOMPARE(json.at("latent_dim").get<int>(), 12);
        QCOMPARE(json.at("test_patterns").get<int>(), 20);
        QVERIFY(done.errors.find("left and right") != std::string::npos);
        QVERIFY(done.errors.find("vaegan came without its network") != std::string::npos);

        const test::Finished again = test::runProgram(words);
        QCOMPARE(again.exitCode, 2);
        QVERIFY(again.errors.find("--overwrite") != std::string::npos);

        const std::string out = (folder.path() / "faces").string();
        const test::Finished decoded
            = test::runProgram({"decode", fit, "--decoder", "ols", "--out", out, "--json"});
        QVERIFY2(decoded.exitCode == 0, decoded.errors.c_str());
        const Json scores = Json::parse(decoded.output);
        QCOMPARE(scores.at("pairwise").get<double>(), 1.0);
        QCOMPARE(scores.at("n_faces").get<int>(), 10);
        QVERIFY(scores.at("pictures").empty());
        QVERIFY(decoded.errors.find("no pictures") != std::string::npos);
        QVERIFY(fs::exists(fs::path(out) / "latents.tsv"));

        const test::Finished pictures
            = test::runProgram({"decode", fit, "--model", "pca", "--decoder", "ols", "--out", out,
                                "--overwrite", "--json"});
        QVERIFY2(pictures.exitCode == 0, pictures.errors.c_str());
        QCOMPARE(Json::parse(pictures.output).at("pictures").size(), std::size_t{11});
    }
    void badFilesAreNamedAndLeaveNothing()
    {
        const test::TemporaryFolder folder;
        const test::PublishedSet set(folder.path() / "set", {});
        const fs::path fit = folder.path() / "fit";
        const std::vector<std::string> words
            = {"import-derivatives", set.folder().string(), "--out", fit.string(), "--quiet"};
        for (const char* name : {"W_VAEGAN.mat", "test_patterns.mat", "mask.mat"}) {
            fs::resize_file(set.file(name), fs::file_size(set.file(name)) / 2);
            const test::Finished done = test::runProgram(words);
            QCOMPARE(done.exitCode, 3);
            QVERIFY2(test::withoutWarnings(done.errors)
                         .starts_with("fusiform-cli: " + set.file(name).string() + ": expected "),
                     done.errors.c_str());
            QVERIFY(!fs::exists(fit));
        }
        const test::Finished absent = test::runProgram(
            {"import-derivatives", (folder.path() / "absent").string(), "--out", fit.string()});
        QCOMPARE(absent.exitCode, 3);
        for (const char* word : {"vaegan", "=x", "vaegan="}) {
            std::vector<std::string> wrong = words;
            wrong.insert(wrong.end(), {"--model", word});
            QCOMPARE(test::runProgram(wrong).exitCode, 2);
        }
    }
};

FUSIFORM_TEST(ImportDerivativesTest)
#include "import_derivatives_test.moc"

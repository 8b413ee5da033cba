// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/spm_folder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

/// Codes of the planted test faces.
void writeCodes(const fs::path& file)
{
    test::writeText(file, "picture\tz1\tz2\tz3\tz4\nF01\t1\t-2\t3\t0.5\nF02\t2\t1\t-1\t0\n"
                          "M01\t-1\t0\t2\t1\nM02\t0\t3\t1\t-2\n");
}

} // namespace

/// A model of SPM from the command line: import, then decode.
class ImportSpmTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImportedModelDecodes()
    {
        const test::TemporaryFolder folder;
        const test::SpmFolder spm(folder.path() / "sub-02" / "glm", "SPM5.mat");
        writeCodes(spm.file("codes.tsv"));
        const std::string fit = (folder.path() / "fit").string();
        const std::vector<std::string> words
            = {"import-spm", spm.path().string(), "--out",
               fit,          "--codes",           spm.file("codes.tsv").string(),
               "--json"};
        const test::Finished done = test::runProgram(words);
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const Json json = Json::parse(done.output);
        QCOMPARE(json.at("subject").get<std::string>(), std::string("sub-02"));
        QCOMPARE(json.at("voxels").get<int>(), 54);
        QCOMPARE(json.at("latent_dim").get<int>(), 4);
        QCOMPARE(json.at("selected").get<int>(), 16);
        QCOMPARE(json.at("exploration_faces").size(), std::size_t{2});
        QVERIFY(json.at("scans") == Json({30, 40}));
        QCOMPARE(json.at("repetition_time").get<double>(), 2.0);
        QCOMPARE(json.at("degrees_of_freedom").get<double>(), 37.0);

        const test::Finished again = test::runProgram(words);
        QCOMPARE(again.exitCode, 2);
        const test::Finished decoded = test::runProgram({"decode", fit, "--json"});
        QVERIFY2(decoded.exitCode == 0, decoded.errors.c_str());
        QCOMPARE(Json::parse(decoded.output).at("n_faces").get<int>(), 2);
        QCOMPARE(Json::parse(decoded.output).at("n_voxels").get<int>(), 16);
    }
    void badFilesAreNamedAndLeaveNothing()
    {
        const test::TemporaryFolder folder;
        const test::SpmFolder spm(folder.path() / "glm", "SPM5.mat");
        const fs::path fit = folder.path() / "fit";
        const std::vector<std::string> words
            = {"import-spm", spm.path().string(), "--out", fit.string(), "--quiet"};
        for (const char* name : {"beta_0002.nii", "SPM.mat"}) {
            fs::resize_file(spm.file(name), fs::file_size(spm.file(name)) / 2);
            const test::Finished done = test::runProgram(words);
            QCOMPARE(done.exitCode, 3);
            QVERIFY2(test::withoutWarnings(done.errors)
                         .starts_with("fusiform-cli: " + spm.file(name).string() + ": expected "),
                     done.errors.c_str());
            QVERIFY(!fs::exists(fit));
        }
        const test::Finished absent = test::runProgram(
            {"import-spm", (folder.path() / "absent").string(), "--out", fit.string()});
        QCOMPARE(absent.exitCode, 3);
    }
    void everyMatlabFixtureIsRefusedInOneSentence()
    {
        FUSIFORM_NEEDS_DATA("mat");
        const test::TemporaryFolder folder;
        const fs::path mat = folder.path() / "SPM.mat";
        for (const char* name : {"scipy/bad_miuint32.mat", "scipy/malformed1.mat", "spm_hrfs.mat",
                                 "scipy/testdouble_4.2c_SOL2.mat", "v73.mat"}) {
            fs::copy_file(test::sharedData("mat") / name, mat,
                          fs::copy_options::overwrite_existing);
            const test::Finished done
                = test::runProgram({"import-spm", folder.path().string(), "--out",
                                    (folder.path() / "fit").string(), "--quiet"});
            QVERIFY2(done.exitCode == 3, name);
            QVERIFY2(done.errors.starts_with("fusiform-cli: " + mat.string() + ": expected "),
                     done.errors.c_str());
        }
    }
};

FUSIFORM_TEST(ImportSpmTest)
#include "import_spm_test.moc"

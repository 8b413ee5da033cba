// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
namespace fs = std::filesystem;

/// With --json standard output is one JSON object; what else there is to say goes to standard
/// error.
class JsonOutputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySubcommandPrintsOneObject()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const std::string root = study.root.string();
        const std::string out = (folder.path() / "out").string();
        const std::string model = out + "/fit/models/pca/model.safetensors";
        struct Row {
            std::vector<std::string> words;
            std::vector<const char*> keys;
        };
        const std::vector<Row> rows = {
            {{"bids", root}, {"subjects", "problems"}},
            {{"info", study.bold(1).string()},
             {"shape", "zooms", "affine", "orientation", "affine_source", "sform_code",
              "qform_code", "dtype", "slope", "intercept"}},
            {{"design", "--events", study.events(1).string(), "--tr", "2", "--scans", "100"},
             {"columns", "rows", "condition_number", "rank"}},
            {{"fit", root, out + "/fit", "--components", "4", "--select", "t"},
             {"scans", "regressors", "voxels_mask", "voxels_selected", "voxels_unusable", "seconds",
              "peak_rss_mb"}},
            {{"info", out + "/fit"},
             {"format", "subject", "shape", "voxels", "selection", "models", "openings"}},
            {{"info", model}, {"format", "tensors", "manifest"}},
            {{"decode", out + "/fit", "--out", out + "/faces"},
             {"pairwise", "full_recognition", "n_faces", "faces", "n_voxels", "condition_number",
              "ridge", "pictures", "opened"}},
            {{"train-model", "--images", root + "/stimuli/sub01", "--kind", "pca", "--latent", "4",
              "--out", out + "/m.safetensors"},
             {"images", "seconds"}},
            {{"encode", model, study.picture("F1.png").string(), "--out", out + "/z.tsv"},
             {"count", "latent_dim"}},
            {{"doctor"}, {"ok", "version", "checks"}},
            {{"generate", model, "--latents", out + "/z.tsv", "--out", out + "/generated"},
             {"count", "latent_dim"}},
        };
        for (Row row : rows) {
            row.words.emplace_back("--json");
            const test::Finished done = test::runProgram(row.words);
            QVERIFY2(done.exitCode == 0, (row.words[0] + ": " + done.errors).c_str());
            // parse() takes the whole text: a second object or a stray line would make it throw.
            Json json;
            try {
                json = Json::parse(done.output);
            } catch (const std::exception& error) {
                QFAIL((row.words[0] + ": " + error.what()).c_str());
            }
            QVERIFY2(json.is_object() && done.output.ends_with("}\n"), row.words[0].c_str());
            for (const char* key : row.keys)
                QVERIFY2(json.contains(key), (row.words[0] + ": " + key).c_str());
            for (const auto& [key, value] : json.items())
                for (const char c : key)
                    QVERIFY2((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_',
                             key.c_str());
        }
    }
    void progressGoesToStandardErrorOnly()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        const test::Finished done = test::runProgram(
            {"fit", study.root.string(), (folder.path() / "fit").string(), "--components", "4"});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(done.errors.find("Adding runs") != std::string::npos);
        QVERIFY(done.output.starts_with("sub-01: 200 scans of 2 runs"));
        QVERIFY2(done.errors.find('\r') == std::string::npos
                     && done.errors.find('\x1b') == std::string::npos,
                 "a bar was drawn although standard error is no terminal");
    }
    void numbersThatAreNotFiniteAreNull()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        std::vector<std::byte> bytes = test::boldBytes(1);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(bytes.data() + 352, &nan, sizeof nan);
        test::writeGzip(study.bold(1), bytes);
        const test::Finished done
            = test::runProgram({"info", study.bold(1).string(), "--voxel", "0,0,0", "--json"});
        QCOMPARE(done.exitCode, 0);
        QVERIFY(Json::parse(done.output).at("value").is_null());
    }
    void theSameCommandGivesTheSameBytes()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        for (const char* name : {"1", "2"}) {
            const std::string fit = (folder.path() / name / "fit").string();
            QCOMPARE(test::runProgram({"fit", study.root.string(), fit, "--components", "4",
                                       "--select", "t", "--threads", name})
                         .exitCode,
                     0);
            QCOMPARE(
                test::runProgram({"decode", fit, "--out", fit + "/../faces", "--threads", name})
                    .exitCode,
                0);
        }
        auto one = test::contentsOf(folder.path() / "1");
        auto two = test::contentsOf(folder.path() / "2");
        // These hold how long it took, and where.
        for (const char* name : {"fit/fit.json", "faces/decode.json"}) {
            one.erase(name);
            two.erase(name);
        }
        QVERIFY(one.size() > 10);
        for (const auto& [name, content] : one)
            QVERIFY2(two.contains(name) && two.at(name) == content, name.c_str());
    }
};

FUSIFORM_TEST(JsonOutputTest)
#include "json_output_test.moc"

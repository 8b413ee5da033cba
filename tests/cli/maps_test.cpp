// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decode_region.h"
#include "core/face_model/attribute_axes.h"
#include "core/glm/fit.h"
#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/math/correlation.h"
#include "core/task/searchlight_task.h"
#include "core/util/error.h"
#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/program.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
namespace fs = std::filesystem;
using test::near;

namespace {

/// A fit, and the map commands run on it.
struct MapProgram {
    test::TemporaryFolder folder;
    fs::path fitFolder = folder.path() / "fit";
    glm::Fit fit;

    MapProgram()
    {
        test::writeSmallFit(fitFolder);
        fit = glm::readFit(fitFolder);
    }
    [[nodiscard]] fs::path path(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] test::Finished run(const std::string& command, const std::string& out,
                                     std::vector<std::string> more) const
    {
        std::vector<std::string> words
            = {command, fitFolder.string(), "--out", path(out).string(), "--json"};
        words.insert(words.end(), more.begin(), more.end());
        return test::runProgram(words);
    }
    [[nodiscard]] Json json(const std::string& command, const std::string& out,
                            std::vector<std::string> more) const
    {
        const test::Finished done = run(command, out, std::move(more));
        if (done.exitCode != 0)
            qWarning("exit code %d: %s", done.exitCode, done.errors.c_str());
        return done.exitCode == 0 ? Json::parse(done.output) : Json::object();
    }
    /// The written values in the mask.
    [[nodiscard]] std::vector<double> values(const std::string& name) const
    {
        const image::Volume volume = io::readVolume(path(name));
        std::vector<double> inMask;
        for (const image::Index voxel : fit.voxels)
            inMask.push_back(static_cast<double>(volume.values[static_cast<std::size_t>(voxel)]));
        return inMask;
    }
    [[nodiscard]] const glm::FaceSet& faces() const { return fit.models[0].exploration; }
};

bool refuses(const test::Finished& done, const std::string& word)
{
    const bool isSaid
        = done.exitCode == 2 && done.output.empty() && done.errors.find(word) != std::string::npos;
    if (!isSaid)
        qWarning("exit code %d: %s", done.exitCode, done.errors.c_str());
    return isSaid;
}

} // namespace

/// `map` and `searchlight`, from what was typed to the files.
class MapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSearchlightWithPermutationsIsCorrected()
    {
        const MapProgram p;
        const Json json
            = p.json("searchlight", "s.nii.gz", {"--radius", "9", "--permutations", "300"});
        QCOMPARE(json.at("n_faces").get<int>(), 6); // the sealed four stay out
        QCOMPARE(json.at("centres").get<std::size_t>()
                     + json.at("too_few_voxels").get<std::size_t>(),
                 p.fit.voxels.size());
        QVERIFY(json.at("corrected").get<bool>());
        QCOMPARE(json.at("correction").get<std::string>(), std::string("maximum statistic"));
        QCOMPARE(json.at("permutations").get<int>(), 300);
        QVERIFY(json.at("complete").get<bool>());
        // The patterns hold the faces everywhere, with little noise.
        QCOMPARE(json.at("peak_value").get<double>(), 1.0);
        const double threshold = json.at("threshold_corrected").get<double>();
        QVERIFY(threshold > 0.6 && threshold <= 1);

        const std::vector<double> accuracy = p.values("s.nii.gz");
        const std::vector<double> corrected = p.values("s_p_corrected.nii.gz");
        std::size_t best = 0;
        std::size_t called = 0;
        for (std::size_t v = 0; v < accuracy.size(); ++v) {
            best += accuracy[v] > 1 - 1e-6;
            called += corrected[v] <= 0.05;
            if (std::isfinite(accuracy[v]))
                QCOMPARE(corrected[v] <= 0.05, accuracy[v] >= threshold - 1e-6);
        }
        QCOMPARE(json.at("peak_centres").get<std::size_t>(), best);
        QCOMPARE(json.at("voxels_corrected").get<std::size_t>(), called);
        QVERIFY(fs::exists(p.path("s_p.nii.gz")));
        const Json sidecar = readJson(p.path("s.json"));
        QCOMPARE(sidecar.at("options").at("radius").get<double>(), 9.0);
    }
    void aSearchlightWithoutPermutationsSaysUncorrected()
    {
        const MapProgram p;
        const Json json = p.json("searchlight", "s.nii.gz", {});
        QCOMPARE(json.at("radius_mm").get<double>(), 8.0);
        QVERIFY(!json.at("corrected").get<bool>());
        QCOMPARE(json.at("correction").get<std::string>(), std::string("uncorrected"));
        QVERIFY(json.at("threshold_corrected").is_null());
        QVERIFY(!fs::exists(p.path("s_p.nii.gz")));
        QVERIFY(io::readNiftiHeader(p.path("s.nii.gz")).description.ends_with("uncorrected"));
        QVERIFY(refuses(p.run("searchlight", "s.nii.gz", {}), "--overwrite"));
        // Six faces have 720 orders.
        const Json all
            = p.json("searchlight", "s.nii.gz", {"--overwrite", "--permutations", "720"});
        QCOMPARE(all.at("permutations").get<int>(), 720);
        QVERIFY(all.at("all_permutations").get<bool>());
    }
    void aStoppedSearchlightWritesItsPartOnlyWhenAsked()
    {
        const MapProgram p;
        task::SearchlightTaskOptions options;
        options.fit = p.fitFolder;
        options.out = p.path("part.nii.gz");
        options.permutations = 20;
        for (const bool keepsPart : {false, true}) {
            options.keepPart = keepsPart;
            std::stop_source stop;
            Progress progress(stop.get_token(), [&](const ProgressState& state) {
                if (state.total > 0)
                    stop.request_stop();
            });
            QVERIFY_THROWS_EXCEPTION(Error, (void)task::runSearchlight(options, progress));
            QCOMPARE(fs::exists(options.out), keepsPart);
        }
        const Json result = readJson(p.path("part.json")).at("result");
        QVERIFY(!result.at("complete").get<bool>());
        QVERIFY(!result.at("corrected").get<bool>());
        std::size_t done = 0;
        for (const double value : p.values("part.nii.gz"))
            done += std::isfinite(value);
        QCOMPARE(result.at("centres").get<std::size_t>(), done);
        QVERIFY(done > 0 && done < p.fit.voxels.size() / 2);
    }
    void evidenceSumsToTheDifferenceOfTheScores()
    {
        const MapProgram p;
        const Json json = p.json("map", "e.nii.gz",
                                 {"--kind", "evidence", "--face", "F0102", "--over", "F0104.png",
                                  "--region", "occipital", "--ridge", "0.2"});
        Progress silent;
        decode::DecodeOptions options;
        options.ridge = 0.2;
        const roi::Region region = roi::offeredRegions(p.fit, p.fit.models[0])[1];
        const Eigen::MatrixXd r = decode::decodeRegion(p.fit, p.fit.models[0], region.voxels,
                                                       p.faces(), options, silent)
                                      .similarity;
        QVERIFY(near(json.at("decision").get<double>(), r(2, 2) - r(2, 4), 1e-9));
        QVERIFY(near(json.at("sum").get<double>() + json.at("offset").get<double>(),
                     json.at("decision").get<double>(), 1e-9));
        double sum = 0;
        image::Index voxels = 0;
        for (const double value : p.values("e.nii.gz"))
            if (std::isfinite(value)) {
                sum += value;
                ++voxels;
            }
        QCOMPARE(voxels, region.voxels.count());
        QVERIFY(near(sum, json.at("sum").get<double>(), 1e-4));
        QCOMPARE(json.at("chosen").get<std::string>(), std::string("F0102.png"));
    }
    void weightsAreComparedWithFacesAndAttributes()
    {
        const MapProgram p;
        const glm::ModelFit& model = p.fit.models[0];
        face_model::AttributeAxis axis;
        axis.name = "Smiling";
        axis.with = axis.without = 50;
        axis.meanDifference.direction = p.faces().codes.row(3).transpose() - model.latentMean;
        axis.logistic.direction = Eigen::VectorXd::Ones(8);
        face_model::writeAxes(p.path("axes.safetensors"), {"hash", "made up", {axis}});
        const Json liked = p.json("map", "l.nii.gz", {"--kind", "similarity", "--face", "F0103"});
        const Json smiling = p.json("map", "a.nii.gz",
                                    {"--kind", "attribute", "--attribute", "smiling", "--axes",
                                     p.path("axes.safetensors").string(), "--level", "0.5"});
        const std::vector<double> r = p.values("l.nii.gz");
        const std::vector<double> sameR = p.values("a.nii.gz");
        const std::vector<double> q = p.values("a_q.nii.gz");
        const Json fdr = smiling.at("fdr");
        std::size_t called = 0;
        for (std::size_t v = 0; v < r.size(); ++v) {
            const Eigen::VectorXd own
                = model.weights.matrix().col(static_cast<Eigen::Index>(v)).head(8).cast<double>();
            const Eigen::VectorXd other
                = axis.meanDifference.direction.cwiseQuotient(model.latentSd);
            QVERIFY(near(r[v], math::pearson(own, other), 1e-6));
            QVERIFY(near(sameR[v], r[v], 1e-6));
            called += q[v] <= 0.5;
        }
        QCOMPARE(fdr.at("voxels").get<std::size_t>(), called);
        QCOMPARE(liked.at("unit").get<std::string>(), std::string("r"));
        QCOMPARE(liked.at("face").get<std::string>(), std::string("F0103.png"));
        QCOMPARE(readJson(p.path("a.json")).at("options").at("attribute").get<std::string>(),
                 std::string("smiling"));
    }
    void mapsOfTheFitAreWrittenAsTheyAre()
    {
        const MapProgram p;
        for (const char* kind : {"t", "gain"})
            QCOMPARE(p.json("map", kind + std::string(".nii.gz"), {"--kind", kind})
                         .at("voxels")
                         .get<std::size_t>(),
                     p.fit.voxels.size());
        const std::vector<double> t = p.values("t.nii.gz");
        const std::vector<double> gain = p.values("gain.nii.gz");
        std::vector<float> ramp;
        for (std::size_t v = 0; v < t.size(); ++v) {
            QCOMPARE(t[v], static_cast<double>(p.fit.tFace[v]));
            QCOMPARE(gain[v], static_cast<double>(p.fit.models[0].gain[v]));
            ramp.push_back(static_cast<float>(v));
        }
        // All have p = .01 in the small fit.
        QCOMPARE(
            readJson(p.path("gain.json")).at("result").at("fdr").at("voxels").get<std::size_t>(),
            t.size());
        QVERIFY(readJson(p.path("t.json")).at("result").at("fdr").is_null());
        QVERIFY(refuses(p.run("map", "r.nii.gz", {"--kind", "reliability"}), "reliability"));
        io::writeVolume(p.fitFolder / "models" / "pca" / "reliability.nii.gz",
                        image::scattered<float>(p.fit.grid, p.fit.voxels, ramp));
        const Json json = p.json("map", "r.nii.gz", {"--kind", "reliability"});
        QCOMPARE(json.at("peak_value").get<double>(), static_cast<double>(ramp.back()));
        QVERIFY(json.at("fdr").is_null());
        io::writeVolume(p.fitFolder / "noise_ceiling.nii.gz",
                        image::scattered<float>(p.fit.grid, p.fit.voxels, ramp));
        QCOMPARE(p.json("map", "c.nii.gz", {"--kind", "ceiling"}).at("unit").get<std::string>(),
                 std::string("percent"));
    }
    void whatIsNotThereIsRefused()
    {
        const MapProgram p;
        QVERIFY(refuses(p.run("map", "x.nii.gz", {"--kind", "evidence"}), "--face"));
        const test::Finished sealed
            = p.run("map", "x.nii.gz", {"--kind", "evidence", "--face", "M0101"});
        QVERIFY(refuses(sealed, "F0100.png"));
        QVERIFY(sealed.errors.find("M0100") == std::string::npos);
        QVERIFY(refuses(p.run("map", "x.nii.gz", {"--kind", "attribute", "--attribute", "Male"}),
                        "attributes"));
        QVERIFY(refuses(p.run("map", "x.nii.gz", {"--kind", "ceiling"}), "noise_ceiling"));
        QCOMPARE(p.run("searchlight", "x.nii.gz", {"--radius", "-3"}).exitCode, 2);
        QVERIFY(!fs::exists(p.path("x.nii.gz")));
    }
};

FUSIFORM_TEST(MapsTest)
#include "maps_test.moc"

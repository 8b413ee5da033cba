// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_one_backs.h"
#include "core/glm/series_weights.h"
#include "core/io/nifti.h"
#include "core/task/fit_task.h"
#include "core/task/info_task.h"
#include "core/util/error.h"
#include "core/util/json.h"
#include "core/util/parallel.h"
#include "core/util/tsv.h"
#include "tests/support/bytes.h"
#include "tests/support/near.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <numeric>

using namespace fusiform;
using test::near;
namespace fs = std::filesystem;

namespace {

/// A fit of the small study, and what was said on the way.
struct Fitted {
    Json json;
    std::string notes;
};
Fitted fitted(const test::SmallStudy& study, const fs::path& output, task::FitOptions options = {})
{
    Fitted result;
    Progress progress({}, {},
                      [&](NoteLevel, const Text& text) { result.notes += text.english() + "\n"; });
    options.study = study.root;
    options.output = output;
    options.components = 4;
    options.select = "t";
    result.json = task::runFit(options, progress).json;
    return result;
}

Json infoOf(const fs::path& fit)
{
    Progress progress;
    task::InfoOptions options;
    options.file = fit;
    return task::runInfo(options, progress).json;
}

glm::SeriesWeights weightsOfAllRuns(const glm::Fit& fit, const glm::KeptSeries& series)
{
    const glm::ModelFit& model = fit.models.front();
    std::vector<std::size_t> runs(series.runs().size());
    std::iota(runs.begin(), runs.end(), 0U);
    Progress progress;
    return glm::weightsFrom(series,
                            glm::scaledTrialCodes(series, series.codes(model.model.name),
                                                  model.latentMean, model.latentSd),
                            runs, progress);
}

/// W of the fit at the voxels of the series.
Eigen::MatrixXd weightsOfFit(const glm::Fit& fit, const glm::KeptSeries& series)
{
    const auto all = fit.models.front().weights.matrix();
    Eigen::MatrixXd weights(all.rows(), series.voxels());
    for (Eigen::Index v = 0; v < series.voxels(); ++v)
        weights.col(v) = all.col(fit.positionOf(series.index().voxels[static_cast<std::size_t>(v)]))
                             .cast<double>();
    return weights;
}

/// W and the patterns of exploration faces from the series of one fit are those of the other.
void compareRefit(const glm::Fit& kept, const glm::Fit& other, glm::OneBacks treated)
{
    const glm::KeptSeries series = glm::KeptSeries::read(kept.folder / "series");
    const glm::OneBackCounts counts = glm::oneBacksOf(series);
    QVERIFY(counts.training > 8 && counts.exploration > 3);
    QCOMPARE(counts.other, 0);
    const glm::ModelFit& model = kept.models.front();
    const std::vector<glm::SeriesRun> runs = glm::runsWithOneBacks(series, treated);
    const auto codes = glm::scaledTrialCodes(runs, series.codes(model.model.name), model.latentMean,
                                             model.latentSd);
    Progress progress;
    const std::size_t order[] = {0, 1};
    const glm::SeriesSums sums = glm::sumsOf(series, runs, codes, order, progress);
    const glm::SeriesEstimates estimates = glm::estimate(sums);
    const Eigen::MatrixXd expected = weightsOfFit(other, series);
    const Eigen::MatrixXd own = weightsOfFit(kept, series);
    const double tolerance = 1e-4 * expected.cwiseAbs().maxCoeff();
    QVERIFY(near(glm::weightsOf(series, sums, estimates).matrix, expected, tolerance));
    QVERIFY((own - expected).cwiseAbs().maxCoeff() > 20 * tolerance); // it does make a difference
    const glm::FaceSet& faces = other.models.front().exploration;
    for (std::size_t f = 0; f < faces.names.size(); ++f)
        for (Eigen::Index v = 0; v < series.voxels(); ++v) {
            const Eigen::Index at
                = other.positionOf(series.index().voxels[static_cast<std::size_t>(v)]);
            QVERIFY(near(estimates.beta(series.index().condition(faces.names[f]), v),
                         faces.patterns(static_cast<Eigen::Index>(f), at), 1e-3));
        }
}

double pooledPercent(const Json& regions, const std::string& name)
{
    for (const Json& region : regions)
        if (region.at("region") == name)
            return region.at("pooled_percent").get<double>();
    return std::nan("");
}

} // namespace

/// The series that a fit keeps, and what it tells.
class FitSeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_study = test::writeSmallStudy(m_folder->path() / "study");
        task::FitOptions options;
        options.trials = "lss";
        m_json = fitted(m_study, fit(), options).json;
    }
    void cleanup() { setThreadCount(0); }
    void cleanupTestCase() { m_folder.reset(); }

    void theSeriesGivesTheWeightsOfTheFit()
    {
        const glm::Fit read = glm::readFit(fit());
        const glm::KeptSeries series = glm::KeptSeries::read(fit() / "series");
        QCOMPARE(series.voxels(), read.models.front().selected.count());
        QCOMPARE(series.index().scans(), 200);
        const Eigen::MatrixXd expected = weightsOfFit(read, series);
        // Two roads to one W, one of them over scans kept as floats.
        QVERIFY(near(weightsOfAllRuns(read, series).matrix, expected,
                     1e-4 * expected.cwiseAbs().maxCoeff()));
    }
    /// The kept series of either fit gives the W and the patterns of the other one.
    void aSeriesTellsWhatTheOtherTreatmentOfOneBacksGives()
    {
        const test::TemporaryFolder folder;
        const test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
        // Every third training face and every exploration face is followed by itself.
        const Json explored = m_json.at("exploration_faces");
        for (const int run : {1, 2}) {
            std::string marked;
            std::vector<std::string> before(5);
            int faces = 0;
            for (const std::string& line : splitText(test::bytesOf(study.events(run)), '\n')) {
                std::vector<std::string> cells = splitText(line, '\t');
                const std::string name = before[3].substr(before[3].find('/') + 1);
                const bool isAgain
                    = cells.size() == 5 && before[4] == "0"
                      && ((before[2] == "train_face" && ++faces % 3 == 0)
                          || std::ranges::find(explored, Json(name)) != explored.end());
                if (isAgain)
                    cells = {cells[0], cells[1], before[2], before[3], "1"};
                for (std::size_t c = 0; c < cells.size(); ++c)
                    marked += (c == 0 ? "" : "\t") + cells[c];
                marked += cells.size() == 5 ? "\n" : "";
                before = cells.size() == 5 ? cells : std::vector<std::string>(5);
            }
            test::writeText(study.events(run), marked);
        }
        task::FitOptions options;
        options.noise = "none"; // else each fit whitens for its own residuals
        const auto fitOf = [&](const std::string& treated) {
            options.oneBacks = treated;
            static_cast<void>(fitted(study, folder.path() / treated, options));
            return glm::readFit(folder.path() / treated);
        };
        const glm::Fit nuisance = fitOf("nuisance");
        const glm::Fit count = fitOf("count");
        compareRefit(nuisance, count, glm::OneBacks::Count);
        compareRefit(count, nuisance, glm::OneBacks::Nuisance);
    }
    void sealedFacesHaveNoColumnOfTheirOwn()
    {
        const Json index = readJson(fit() / "series" / "index.json");
        const auto conditions = index.at("conditions").get<std::vector<std::string>>();
        int exploration = 0;
        int sealed = 0;
        for (const std::string& condition : conditions) {
            exploration += condition.ends_with(".png");
            sealed += condition.starts_with("sealed ");
        }
        QCOMPARE(exploration, 2);
        QCOMPARE(sealed, 2);
        const std::string text = test::bytesOf(fit() / "series" / "index.json");
        const Json explored = m_json.at("exploration_faces");
        for (const char* face : {"F1.png", "F2.png", "M1.png", "M2.png"}) {
            const bool isOpen = std::ranges::find(explored, Json(face)) != explored.end();
            QCOMPARE(text.find(face) != std::string::npos, isOpen);
        }
        QCOMPARE(readJson(fit() / "openings.json").size(), 0U);
    }
    void plantedSignalIsReliableAndHasACeiling()
    {
        // Every voxel of the ball answers alike to brightness and to each face; noise is 0.4 %.
        const Json& reliability = m_json.at("reliability").at(0);
        QVERIFY(reliability.at("voxels").at("median").get<double>() > 0.3);
        const double r = reliability.at("bias").get<double>();
        QVERIFY(near(reliability.at("bias_corrected").get<double>(), 2 * r / (1 + r), 1e-9));
        const Json& ceiling = m_json.at("noise_ceiling");
        QCOMPARE(ceiling.at("n_faces").get<int>(), 2);
        QVERIFY(near(ceiling.at("repetitions").get<double>(), 4, 1e-12)); // twice in each of 2 runs
        const image::Volume map = io::readVolume(fit() / "noise_ceiling.nii.gz");
        for (const float value : map.values)
            QVERIFY(std::isnan(value) || (value >= 0 && value <= 100));
        QVERIFY(fs::exists(fit() / "models" / "pca" / "reliability.nii.gz"));
    }
    void trialsHaveATable()
    {
        const Tsv table = readTsv(fit() / "trials" / "trials.tsv");
        QCOMPARE(table.rows.size(), 48U);
        QCOMPARE(table.rows[24][table.requiredColumn({"run"})],
                 std::string("sub-01_task-faces_run-02"));
        QCOMPARE(table.rows[24][table.requiredColumn({"stimulus"})], std::string("sub01/T25.png"));
        QCOMPARE(m_json.at("trials").at("method").get<std::string>(), std::string("lss"));
        QCOMPARE(fs::file_size(fit() / "trials" / "patterns.bin"),
                 4U * 48U * m_json.at("trials").at("voxels").get<std::size_t>());
    }
    void infoTellsWhatTheFitFound()
    {
        const Json info = infoOf(fit());
        for (const char* key : {"series", "reliability", "noise_ceiling", "trials"})
            QVERIFY2(info.at(key) == m_json.at(key), key);
    }
    void theThreadsDoNotChangeAByte()
    {
        setThreadCount(1);
        const fs::path other = m_folder->path() / "one_thread";
        task::FitOptions options;
        options.trials = "lsa";
        (void)fitted(m_study, other, options);
        setThreadCount(3);
        const fs::path third = m_folder->path() / "three_threads";
        (void)fitted(m_study, third, options);
        for (const char* file :
             {"series/values.bin", "series/design.safetensors", "series/index.json",
              "series/codes_pca.safetensors", "models/pca/reliability.json",
              "models/pca/reliability.nii.gz", "noise_ceiling.json", "noise_ceiling.nii.gz",
              "trials/patterns.bin", "trials/trials.tsv"})
            QVERIFY2(test::bytesOf(other / file) == test::bytesOf(third / file)
                         && !test::bytesOf(third / file).empty(),
                     file);
    }
    void noneIsKeptWhereNoneIsWanted()
    {
        const fs::path other = m_folder->path() / "none";
        task::FitOptions options;
        options.series = "none";
        const Json json = fitted(m_study, other, options).json;
        QVERIFY(!fs::exists(other / "series") && !fs::exists(other / "noise_ceiling.nii.gz"));
        QVERIFY(!json.contains("series") && !infoOf(other).contains("series"));
        options.trials = "lss";
        QVERIFY_THROWS_EXCEPTION(Error, (void)fitted(m_study, m_folder->path() / "no", options));
    }
    void aSeriesThatIsTooLargeIsNotKept()
    {
        const fs::path other = m_folder->path() / "limit";
        task::FitOptions options;
        options.seriesLimit = 1e-5; // 10 kB
        options.trials = "lss";
        const Fitted result = fitted(m_study, other, options);
        QVERIFY(result.notes.find("MB: none is kept") != std::string::npos);
        QVERIFY(result.notes.find("no single trials") != std::string::npos);
        QVERIFY(!fs::exists(other / "series") && !fs::exists(other / "trials"));
    }
    void damageIsNamedByInfo()
    {
        const fs::path other = m_folder->path() / "damaged";
        fs::copy(fit(), other, fs::copy_options::recursive);
        fs::resize_file(other / "trials" / "patterns.bin", 12);
        const auto blamed = [&] {
            try {
                (void)infoOf(other);
                return std::string();
            } catch (const Error& error) {
                return error.file().filename().string();
            }
        };
        QCOMPARE(blamed(), std::string("patterns.bin"));
        test::writeText(other / "models" / "pca" / "reliability.json", "[]");
        QCOMPARE(blamed(), std::string("reliability.json"));
        fs::resize_file(other / "series" / "values.bin", 12);
        QCOMPARE(blamed(), std::string("values.bin"));
    }
    void fusiMinisPlantedRegionsDiffer()
    {
        // Occipital and temporal voxels follow pictures and faces, frontoparietal ones hardly tell
        // one face from another.
        FUSIFORM_NEEDS_DATA("fusi-mini");
        Progress progress;
        task::FitOptions options;
        options.study = test::sharedData("fusi-mini");
        options.output = m_folder->path() / "mini";
        options.components = 64;
        options.select = "t";
        const Json json = task::runFit(options, progress).json;
        const Json& regions = json.at("noise_ceiling").at("models").at(0).at("regions");
        for (const char* region : {"occipital", "temporal"})
            QVERIFY(pooledPercent(regions, region) > pooledPercent(regions, "frontoparietal"));
        QVERIFY(json.at("reliability").at(0).at("voxels").at("median").get<double>() > 0.05);
        const glm::Fit read = glm::readFit(options.output);
        const glm::KeptSeries series = glm::KeptSeries::read(options.output / "series");
        const Eigen::MatrixXd expected = weightsOfFit(read, series);
        QVERIFY(near(weightsOfAllRuns(read, series).matrix, expected,
                     1e-4 * expected.cwiseAbs().maxCoeff()));
    }

private:
    [[nodiscard]] fs::path fit() const { return m_folder->path() / "fit"; }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    test::SmallStudy m_study;
    Json m_json;
};

FUSIFORM_TEST(FitSeriesTest)
#include "fit_series_test.moc"

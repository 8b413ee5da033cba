// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/events.h"
#include "core/glm/kept_series.h"
#include "core/glm/scan_reader.h"
#include "core/glm/study_fit.h"
#include "core/results/option_words.h"
#include "core/task/fit_task.h"
#include "tests/support/near.h"
#include "tests/support/small_study.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <Eigen/QR>

#include <fstream>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;
namespace fs = std::filesystem;

namespace {

constexpr Index kLatents = 4;
constexpr Index kRunScans = 100;

/// The small study's scans and training codes, put together by hand.
struct Study {
    test::TemporaryFolder folder;
    test::SmallStudy study = test::writeSmallStudy(folder.path() / "study");
    MatrixXd scans; ///< of both runs, scaled as the fit scales them: scans x candidates
    std::vector<image::Index> voxels; ///< the candidates
    std::vector<std::vector<bids::Event>> events;

    Study()
    {
        glm::ScanReader reader;
        Progress progress;
        scans.resize(2 * kRunScans, 0);
        for (int run = 0; run < 2; ++run) {
            const io::NiftiData data(io::readNiftiHeader(study.bold(run + 1)));
            const MatrixXd values = reader.read(data, progress).cast<double>();
            scans.conservativeResize(2 * kRunScans, values.cols());
            scans.middleRows(run * kRunScans, kRunScans) = values;
            events.push_back(bids::readEvents(study.events(run + 1)));
        }
        voxels = reader.candidates();
    }
    [[nodiscard]] glm::Fit fitted(const std::string& name, task::FitOptions options) const
    {
        options.study = study.root;
        options.output = folder.path() / name;
        options.components = kLatents;
        options.select = "t";
        options.noise = "none";
        options.overwrite = true;
        Progress progress;
        (void)task::runFit(options, progress);
        return glm::readFit(options.output);
    }
    /// Columns of faces and latents (last the faces), then the other conditions, the runs one below
    /// the other, raw; for each response function after the other.
    [[nodiscard]] MatrixXd columns(const glm::DesignOptions& options, const glm::Fit& fit) const
    {
        const auto conditions = glm::conditionsOf(events, options);
        const auto series = glm::KeptSeries::read(folder.path() / "plain" / "series");
        const glm::TrainingCodes codes = series.codes(fit.models[0].model.name);
        const auto count = static_cast<Index>(conditions.size());
        const Index functions = glm::hrfCount(options.hrf);
        MatrixXd all(2 * kRunScans, functions * (kLatents + count));
        for (int run = 0; run < 2; ++run) {
            const auto r = static_cast<std::size_t>(run);
            const auto design = glm::designOfRun(events[r], conditions, 2, kRunScans,
                                                 MatrixXd(kRunScans, 0), options, r);
            const MatrixXd own = codes.of(series.runs()[r].training)
                                 * fit.models[0].latentSd.cwiseInverse().asDiagonal();
            for (Index f = 0; f < functions; ++f) {
                auto block = all.block(run * kRunScans, f * (kLatents + count), kRunScans,
                                       kLatents + count);
                block.leftCols(kLatents)
                    = design.trainResponses.middleCols(f * own.rows(), own.rows()) * own;
                block.rightCols(count) = design.conditions.middleCols(f * count, count);
            }
        }
        return all;
    }
    /// Least squares with each run's constant and cosines beside the columns, by orthogonal
    /// triangles.
    [[nodiscard]] MatrixXd estimates(const MatrixXd& columns,
                                     const glm::DesignOptions& options) const
    {
        const auto conditions = glm::conditionsOf(events, options);
        MatrixXd tall(2 * kRunScans, columns.cols());
        tall = columns;
        for (int run = 0; run < 2; ++run) {
            const auto design = glm::designOfRun(events[static_cast<std::size_t>(run)], conditions,
                                                 2, kRunScans, MatrixXd(kRunScans, 0), options, 0);
            const Index before = tall.cols();
            tall.conservativeResize(Eigen::NoChange, before + design.nuisance.cols());
            tall.rightCols(design.nuisance.cols()).setZero();
            tall.block(run * kRunScans, before, kRunScans, design.nuisance.cols())
                = design.nuisance;
        }
        const MatrixXd beta = tall.colPivHouseholderQr().solve(scans);
        return beta.topRows(columns.cols());
    }
    /// The columns of estimates that belong to the voxels of a fit.
    [[nodiscard]] MatrixXd atVoxelsOf(const glm::Fit& fit, const MatrixXd& estimates) const
    {
        MatrixXd result(estimates.rows(), static_cast<Index>(fit.voxels.size()));
        for (std::size_t v = 0; v < fit.voxels.size(); ++v)
            result.col(static_cast<Index>(v))
                = estimates.col(std::ranges::lower_bound(voxels, fit.voxels[v]) - voxels.begin());
        return result;
    }
};

MatrixXd weightsOf(const glm::Fit& fit) { return fit.models[0].weights.matrix().cast<double>(); }

template <class Number>
Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic> rawMatrix(const fs::path& file, Index rows)
{
    std::ifstream stream(file, std::ios::binary);
    const auto bytes = static_cast<Index>(fs::file_size(file));
    Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic> matrix(
        rows, bytes / static_cast<Index>(sizeof(Number)) / rows);
    stream.read(reinterpret_cast<char*>(matrix.data()), bytes);
    return matrix;
}

} // namespace

/// Options of `fit` against the same model written out by hand.
class FitOptionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOptionHasWordsInTheReport()
    {
        task::FitOptions options;
        Fields fields;
        describe(options, fields);
        const Json json = fieldsToJson(fields);
        for (const auto& [name, value] : json.items())
            QVERIFY2(*results::wordsOfOption(name).source, name.c_str());
        QVERIFY(!*results::wordsOfOption("of another version").source);
    }
    void initTestCase()
    {
        m_study = std::make_unique<Study>();
        task::FitOptions options;
        options.orthogonalise = "spm";
        m_plain = m_study->fitted("plain", options);
    }
    void cleanupTestCase() { m_study.reset(); }

    void otherResponsesAreTheWholeModelReadOut_data()
    {
        QTest::addColumn<QString>("hrf");
        QTest::newRow("canonical") << "canonical";
        QTest::newRow("derivatives") << "derivatives";
        QTest::newRow("fir") << "fir";
    }
    void otherResponsesAreTheWholeModelReadOut()
    {
        QFETCH(QString, hrf);
        task::FitOptions options;
        options.hrf = hrf.toStdString();
        options.firBins = 3;
        options.firLength = 12;
        const glm::Fit fit = m_study->fitted("other", options);
        const glm::DesignOptions design = task::designOptions(options);
        const MatrixXd beta = m_study->estimates(m_study->columns(design, fit), design);
        const Index each = beta.rows() / glm::hrfCount(design.hrf);
        const Eigen::VectorXd readOut = glm::hrfReadOut(design.hrf);
        MatrixXd size = MatrixXd::Zero(each, beta.cols());
        for (Index f = 0; f < readOut.size(); ++f)
            size += readOut[f] * beta.middleRows(f * each, each);
        // train_face is the first condition: W's last row.
        QVERIFY(near(weightsOf(fit), m_study->atVoxelsOf(fit, size.topRows(kLatents + 1)), 2e-3));
    }
    void whatSpmsOrthogonalisationMakesOfW()
    {
        const glm::DesignOptions design = task::designOptions({});
        MatrixXd x = m_study->columns(design, m_plain);
        // Faces first, then each latent less what the ones before it explain.
        std::vector<Index> order = {kLatents, 0, 1, 2, 3};
        for (std::size_t k = 1; k < order.size(); ++k) {
            MatrixXd before(x.rows(), static_cast<Index>(k));
            for (std::size_t j = 0; j < k; ++j)
                before.col(static_cast<Index>(j)) = x.col(order[j]);
            const Eigen::VectorXd column = x.col(order[k]);
            x.col(order[k]) = column - before * before.colPivHouseholderQr().solve(column);
        }
        const MatrixXd expected = m_study->estimates(x, design).topRows(kLatents + 1);
        const fs::path folder = m_study->folder.path() / "plain" / "models" / "pca";
        const MatrixXd found = rawMatrix<float>(folder / "W_spm.bin", kLatents + 1).cast<double>();
        QVERIFY(near(found, m_study->atVoxelsOf(m_plain, expected), 2e-3));
        const MatrixXd t = rawMatrix<double>(folder / "orthogonalisation.bin", kLatents + 1);
        QVERIFY(near(t.colPivHouseholderQr().solve(found), weightsOf(m_plain), 2e-3));
    }
    void aGridOfTheScansThemselvesChangesNothingButWhatIsKept()
    {
        task::FitOptions options;
        options.grid = m_study->study.bold(1).string();
        const glm::Fit fit = m_study->fitted("same_grid", options);
        QVERIFY(fit.models[0].selected == m_plain.models[0].selected);
        QCOMPARE(fit.voxels, m_plain.models[0].selected.indices());
        for (std::size_t v = 0; v < fit.voxels.size(); ++v) {
            const auto there = static_cast<std::size_t>(m_plain.positionOf(fit.voxels[v]));
            QVERIFY(near(static_cast<double>(fit.tFace[v]),
                         static_cast<double>(m_plain.tFace[there]), 1e-3));
            QVERIFY(near(static_cast<double>(fit.models[0].gain[v]),
                         static_cast<double>(m_plain.models[0].gain[there]), 1e-5));
            QVERIFY(near(fit.models[0].weights.matrix().col(static_cast<Index>(v)),
                         m_plain.models[0].weights.matrix().col(static_cast<Index>(there)), 1e-5));
        }
        QVERIFY(fs::exists(m_study->folder.path() / "same_grid" / "t_face_all.nii.gz"));
    }
    void voxelsAreSelectedInsideTheImageOnly()
    {
        // The left half of the grid.
        image::Volume half{m_plain.grid, {}};
        for (image::Index v = 0; v < half.grid.size(); ++v)
            half.values.push_back(half.grid.voxel(v).i < half.grid.shape[0] / 2 ? 1.F : 0.F);
        const fs::path file = m_study->folder.path() / "half.nii.gz";
        io::writeVolume(file, half);
        task::FitOptions options;
        options.within = file;
        const glm::Fit fit = m_study->fitted("half", options);
        std::vector<image::Index> expected;
        for (const image::Index voxel : m_plain.models[0].selected.indices())
            if (half.values[static_cast<std::size_t>(voxel)] > 0)
                expected.push_back(voxel);
        QVERIFY(!expected.empty());
        QCOMPARE(fit.models[0].selected.indices(), expected);
        QCOMPARE(fit.voxels, m_plain.voxels); // the rest stays known
    }

private:
    std::unique_ptr<Study> m_study;
    glm::Fit m_plain;
};

FUSIFORM_TEST(FitOptionsTest)
#include "fit_options_test.moc"

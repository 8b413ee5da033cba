// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/series_weights.h"

#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {

/// W by the slow second way: one tall model of the raw scans of some runs, with a block of nuisance
/// columns for each.
MatrixXd tallWeights(const test::PlantedSeries& planted, const std::vector<std::size_t>& runs)
{
    const Index latents = planted.weights.rows() - 1;
    const auto count = static_cast<Index>(runs.size());
    const Index scans = planted.values.front().rows();
    MatrixXd columns = MatrixXd::Zero(count * scans, 5 + latents + 4 * count);
    MatrixXd values(count * scans, planted.weights.cols());
    for (Index i = 0; i < count; ++i) {
        const std::size_t r = runs[static_cast<std::size_t>(i)];
        columns.block(i * scans, 0, scans, 5) = planted.raw[r].conditions;
        columns.block(i * scans, 5, scans, latents)
            = planted.raw[r].trainingResponses * planted.codes[r];
        columns.block(i * scans, 5 + latents + 4 * i, scans, 4) = planted.nuisance[r];
        values.middleRows(i * scans, scans) = planted.values[r].cast<double>();
    }
    const MatrixXd beta = test::leastSquares(columns, values);
    MatrixXd weights(latents + 1, values.cols());
    weights << beta.middleRows(5, latents), beta.topRows(1);
    return weights;
}

} // namespace

class SeriesWeightsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void theSeriesGivesWhatTheRawScansGive()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path());
        Progress progress;
        for (const std::vector<std::size_t>& runs :
             {std::vector<std::size_t>{0, 1, 2, 3}, {1, 3}, {2, 0}}) {
            const glm::SeriesWeights weights
                = glm::weightsFrom(planted.series, planted.codes, runs, progress);
            QVERIFY(near(weights.matrix, tallWeights(planted, runs), 1e-5)); // kept as floats
            QCOMPARE(weights.columns, 8);
            QCOMPARE(weights.rank, 8);
        }
    }
    void plantedWeightsComeBackWithoutNoise()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted
            = test::plantSeries(folder.path(), {.voxels = 700, .noise = 0});
        Progress progress;
        const std::vector<std::size_t> runs = {0, 1, 2, 3};
        setThreadCount(1);
        const glm::SeriesWeights one
            = glm::weightsFrom(planted.series, planted.codes, runs, progress);
        QVERIFY(near(one.matrix, planted.weights, 1e-4)); // scans near 100 as floats: 8e-6
        setThreadCount(3);
        QVERIFY(glm::weightsFrom(planted.series, planted.codes, runs, progress).matrix
                == one.matrix);
    }
    void tooFewTrialsAreTold()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path(), {.latents = 20});
        Progress progress;
        const std::vector<std::size_t> runs = {2};
        const glm::SeriesWeights weights
            = glm::weightsFrom(planted.series, planted.codes, runs, progress);
        QCOMPARE(weights.columns, 25);
        QCOMPARE(weights.rank, 20); // 16 trials, fixation, three faces
        QVERIFY(weights.matrix.allFinite());
    }
    void latentsThatDoNotVaryHaveNoCode()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path(), {.runs = 1});
        glm::TrainingCodes codes;
        for (const glm::ShownFace& face : planted.series.runs()[0].training)
            codes.stimuli.push_back(face.stimulus);
        std::ranges::sort(codes.stimuli);
        codes.codes = Eigen::MatrixXf::Constant(static_cast<Index>(codes.stimuli.size()), 2, 6);
        const std::vector<MatrixXd> scaled = glm::scaledTrialCodes(
            planted.series, codes, Eigen::Vector2d(6, 6), Eigen::Vector2d(2, 1e-9));
        QCOMPARE(scaled[0](5, 0), 3.0);
        QCOMPARE(scaled[0](5, 1), 0.0);
    }
};

FUSIFORM_TEST(SeriesWeightsTest)
#include "series_weights_test.moc"

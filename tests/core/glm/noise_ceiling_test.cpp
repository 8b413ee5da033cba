// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/noise_ceiling.h"

#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {

std::vector<std::size_t> oneRun(std::size_t showings)
{
    return std::vector<std::size_t>(showings, 0);
}

} // namespace

class NoiseCeilingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWorkedExampleComesOut()
    {
        // Three faces, four repetitions: noise .0533333, variance of means .8133333, signal .8.
        MatrixXd values(12, 2);
        values.col(0) << 1.2, .8, 1.1, .9, 2.1, 1.9, 2.3, 1.7, .2, .5, -.1, .2;
        values.col(1).setConstant(7);
        const std::vector<std::string> faces
            = {"a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"};
        const glm::NoiseCeiling ceiling = glm::noiseCeiling(values, faces, oneRun(12));
        QVERIFY(near(ceiling.signalToNoise()[0], 3.8729833, 1e-7));
        QVERIFY(near(ceiling.percent()[0], 98.3607, 1e-4));
        QVERIFY(near(ceiling.repetitions, 4, 1e-12));
        QVERIFY(std::isnan(ceiling.percent()[1])); // a voxel that does not vary
        QVERIFY((ceiling.faces == std::vector<std::string>{"a", "b", "c"}));
    }
    void unequalRepetitionsCountByTheirHarmonicMean()
    {
        // Worked by hand. Face a: 1, 3 (mean 2, squares 2); b: 4, 6, 5 (mean 5, squares 2); c once,
        // left out. Noise 4 / 3, variance of the means 4.5, m = 2 / (1/2 + 1/3) = 2.4, signal
        // 4.5 - 4 / 7.2 = 3.94444; squared ratio 2.958333.
        MatrixXd values(6, 1);
        values << 4, 1, 6, 100, 3, 5;
        const glm::NoiseCeiling ceiling
            = glm::noiseCeiling(values, {"b", "a", "b", "c", "a", "b"}, oneRun(6));
        QVERIFY(near(ceiling.repetitions, 2.4, 1e-12));
        QVERIFY((ceiling.shown == std::vector<Index>{2, 3}));
        QVERIFY(near(ceiling.signalToNoise()[0], std::sqrt(2.9583333), 1e-6));
        QVERIFY(near(ceiling.percent()[0], 100 * 2.9583333 / (2.9583333 + 1 / 2.4), 1e-5));
    }
    void theCeilingOfNoiseIsNearZeroAndOfKnownSignalWhatItMustBe()
    {
        // ncsnr .5 with 3 repetitions: 42.857 %; of ncsnr 0 half the voxels are at 0.
        Random random(3);
        constexpr Index kFaces = 40;
        constexpr Index kVoxels = 500;
        for (const double signal : {0.0, 0.5}) {
            MatrixXd values(3 * kFaces, kVoxels);
            std::vector<std::string> names;
            for (Index f = 0; f < kFaces; ++f)
                for (int repetition = 0; repetition < 3; ++repetition)
                    names.push_back("face " + std::to_string(f));
            for (Index v = 0; v < kVoxels; ++v)
                for (Index f = 0; f < kFaces; ++f) {
                    const double own = signal * random.normal();
                    for (Index repetition = 0; repetition < 3; ++repetition)
                        values(3 * f + repetition, v) = own + random.normal();
                }
            std::vector<double> percent
                = glm::noiseCeiling(values, names, oneRun(names.size())).percent();
            std::ranges::sort(percent);
            // One voxel's estimate has a deviation of about 15 %, the median of 500 of 0.8 %.
            QVERIFY(near(percent[kVoxels / 2], signal > 0 ? 42.857 : 0, 4));
        }
    }
    void whatAllShowingsOfARunShareIsNotNoise()
    {
        // 6 faces, each once in each of 4 runs: offsets of the runs must not change anything.
        Random random(5);
        MatrixXd values(24, 3);
        for (double& value : values.reshaped())
            value = random.normal();
        std::vector<std::string> faces;
        std::vector<std::size_t> runs;
        for (Index s = 0; s < 24; ++s) {
            faces.push_back("face " + std::to_string(s % 6));
            runs.push_back(static_cast<std::size_t>(s / 6));
        }
        const glm::NoiseCeiling plain = glm::noiseCeiling(values, faces, runs);
        QVERIFY(plain.areRunsOut);
        QVERIFY(near(plain.repetitions, 4, 1e-9));
        for (Index s = 0; s < 24; ++s)
            values.row(s).array() += 10.0 * static_cast<double>((s / 6) * (s / 6));
        const glm::NoiseCeiling shifted = glm::noiseCeiling(values, faces, runs);
        for (std::size_t v = 0; v < 3; ++v) {
            QVERIFY(near(shifted.noise[v], plain.noise[v], 1e-9));
            QVERIFY(near(shifted.signal[v], plain.signal[v], 1e-9));
        }
        // The textbook's two-way table: residuals less both means, (6 - 1)(4 - 1) of freedom.
        MatrixXd table(6, 4);
        for (Index s = 0; s < 24; ++s)
            table(s % 6, s / 6) = values(s, 0);
        const MatrixXd rest
            = ((table.colwise() - table.rowwise().mean()).rowwise() - table.colwise().mean())
                  .array()
              + table.mean();
        QVERIFY(near(plain.noise[0], rest.squaredNorm() / 15, 1e-9));
    }
    void unequalRunsGiveNoBias()
    {
        // Faces are missing from runs at random; signal of variance .25, noise 1, runs 4. Means
        // over 4,000 voxels: standard errors of about .005.
        Random random(8);
        std::vector<std::string> faces;
        std::vector<std::size_t> runs;
        std::vector<Index> faceOf;
        for (std::size_t run = 0; run < 8; ++run)
            for (Index face = 0; face < 12; ++face)
                if (random.uniform() < 0.7) {
                    faces.push_back("face " + std::to_string(face));
                    faceOf.push_back(face);
                    runs.push_back(run);
                }
        constexpr Index kVoxels = 4000;
        MatrixXd values(static_cast<Index>(faces.size()), kVoxels);
        for (Index v = 0; v < kVoxels; ++v) {
            Eigen::VectorXd ofFace(12);
            Eigen::VectorXd ofRun(8);
            for (double& effect : ofFace)
                effect = 0.5 * random.normal();
            for (double& effect : ofRun)
                effect = 2 * random.normal();
            for (Index s = 0; s < values.rows(); ++s)
                values(s, v) = ofFace[faceOf[static_cast<std::size_t>(s)]]
                               + ofRun[static_cast<Index>(runs[static_cast<std::size_t>(s)])]
                               + random.normal();
        }
        const glm::NoiseCeiling ceiling = glm::noiseCeiling(values, faces, runs);
        double signal = 0;
        double noise = 0;
        std::vector<Index> all;
        for (Index v = 0; v < kVoxels; ++v) {
            signal += ceiling.signal[static_cast<std::size_t>(v)] / kVoxels;
            noise += ceiling.noise[static_cast<std::size_t>(v)] / kVoxels;
            all.push_back(v);
        }
        QVERIFY(near(signal, 0.25, 0.02));
        QVERIFY(near(noise, 1, 0.02));
        QVERIFY(near(ceiling.pooledPercent(all), 100 * 0.25 / (0.25 + 1 / ceiling.repetitions), 3));
    }
    void runsStayWhereTheyCannotBeToldFromFaces()
    {
        const std::vector<std::string> faces = {"a", "a", "b", "b", "c", "c"};
        const MatrixXd values = MatrixXd::Random(6, 1);
        const glm::NoiseCeiling apart = glm::noiseCeiling(values, faces, {0, 0, 1, 1, 2, 2});
        QVERIFY(!apart.areRunsOut);
        QVERIFY(near(apart.noise[0], glm::noiseCeiling(values, faces, oneRun(6)).noise[0], 1e-12));
    }
    void facesShownOnceGiveNone()
    {
        QVERIFY(
            glm::noiseCeiling(MatrixXd::Random(3, 2), {"a", "b", "c"}, oneRun(3)).faces.empty());
        QVERIFY(
            glm::noiseCeiling(MatrixXd::Random(3, 2), {"a", "a", "c"}, oneRun(3)).faces.empty());
        QVERIFY(glm::noiseCeiling(MatrixXd(0, 2), {}, {}).faces.empty());
    }
    void everyShowingsAnswerComesBack()
    {
        const test::TemporaryFolder folder;
        // Training faces that differ would be noise here: the model of a run knows their mean only.
        const test::PlantedSeries planted
            = test::plantSeries(folder.path(), {.latents = 0, .noise = 0, .showingNoise = 0.5});
        Progress progress;
        const MatrixXd responses = glm::explorationResponses(planted.series, progress);
        const std::vector<std::string> faces = glm::explorationFaces(planted.series);
        QCOMPARE(responses.rows(), 20);
        QCOMPARE(faces.size(), 20U);
        for (std::size_t r = 0; r < 4; ++r)
            QVERIFY(near(responses.middleRows(5 * static_cast<Index>(r), 5), planted.showings[r],
                         1e-3));
        QCOMPARE(std::ranges::count(faces, "E1"), 8);
    }
    void showingsEqualPlainLeastSquares()
    {
        const test::TemporaryFolder folder;
        const test::PlantedSeries planted = test::plantSeries(folder.path());
        Progress progress;
        const MatrixXd responses = glm::explorationResponses(planted.series, progress);
        for (std::size_t r = 0; r < 4; ++r) {
            MatrixXd columns(100, 7);
            columns << planted.raw[r].explorationResponses, planted.raw[r].conditions.leftCols(2);
            const MatrixXd beta
                = test::leastSquares(planted.tall(r, columns), planted.values[r].cast<double>());
            QVERIFY(
                near(responses.middleRows(5 * static_cast<Index>(r), 5), beta.topRows(5), 1e-4));
        }
    }
};

FUSIFORM_TEST(NoiseCeilingTest)
#include "noise_ceiling_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/run_noise.h"

#include "core/glm/high_pass.h"
#include "core/glm/noise_model.h"
#include "core/glm/normal_equations.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "tests/support/indices.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::MatrixXf;
using glm::NoiseModel;
using test::near;

namespace {

constexpr Index kNoiseScans = 150;
constexpr double kNoiseTr = 2;

/// Two conditions of 15 events each at random times, a constant and the high-pass cosines.
glm::RunDesign designOf(std::uint64_t seed)
{
    Random random(seed);
    glm::RunDesign design;
    design.conditions.resize(kNoiseScans, 2);
    for (Index c = 0; c < 2; ++c) {
        std::vector<glm::Stimulation> events;
        for (int e = 0; e < 15; ++e)
            events.push_back({random.uniform(0, kNoiseScans * kNoiseTr - 20), 1});
        design.conditions.col(c)
            = glm::eventResponses(events, kNoiseTr, kNoiseScans, {}).rowwise().sum();
    }
    const Index cosines = glm::highPassCount(kNoiseScans, kNoiseTr);
    design.nuisance.resize(kNoiseScans, 1 + cosines);
    design.nuisance << Eigen::VectorXd::Ones(kNoiseScans),
        glm::highPassCosines(kNoiseScans, cosines);
    return design;
}

/// AR(1) noise of unit variance around 100.
MatrixXf noise(double coefficient, Index voxels, std::uint64_t seed)
{
    Random random(seed, 1);
    MatrixXf values(kNoiseScans, voxels);
    for (Index v = 0; v < voxels; ++v) {
        double state = random.normal();
        for (Index t = 0; t < kNoiseScans; ++t) {
            values(t, v) = static_cast<float>(100 + state);
            state
                = coefficient * state + std::sqrt(1 - coefficient * coefficient) * random.normal();
        }
    }
    return values;
}

MatrixXd covarianceOf(NoiseModel model, const glm::RunDesign& design, const MatrixXf& values)
{
    Progress progress;
    return glm::estimateRunNoise(glm::covarianceComponents(model, kNoiseScans, kNoiseTr), design,
                                 values, test::upTo(values.cols()), progress)
        .covariance;
}

/// t of a difference of the conditions in four runs without any signal.
std::vector<float> nullT(NoiseModel model, double coefficient, Index voxels)
{
    Progress progress;
    glm::NormalEquations equations(2, voxels);
    for (std::uint64_t run = 0; run < 4; ++run) {
        const glm::RunDesign design = designOf(run);
        const MatrixXf values = noise(coefficient, voxels, 100 + run);
        glm::RunColumns columns{.design = design.conditions,
                                .trials = {},
                                .codes = {},
                                .nuisance = design.nuisance,
                                .whitening = {}};
        if (model != NoiseModel::None)
            columns.whitening = glm::whitening(covarianceOf(model, design, values));
        equations.add(columns, values, progress);
    }
    equations.finish(progress);
    const glm::Wanted both = glm::Wanted::each(test::upTo(2));
    return glm::tContrast(glm::estimate(equations, test::upTo(2), both, progress), both,
                          Eigen::Vector2d(1, -1));
}

double varianceOf(const std::vector<float>& t)
{
    double squares = 0;
    for (const float value : t)
        squares += static_cast<double>(value) * static_cast<double>(value);
    return squares / static_cast<double>(t.size());
}
} // namespace

class RunNoiseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void thePlantedCorrelationIsFound_data()
    {
        QTest::addColumn<double>("coefficient");
        QTest::addColumn<bool>("isFast");
        QTest::newRow("white, ar1") << 0.0 << false;
        QTest::newRow("0.2, ar1") << 0.2 << false;
        QTest::newRow("0.4, ar1") << 0.4 << false;
        QTest::newRow("white, fast") << 0.0 << true;
        QTest::newRow("0.4, fast") << 0.4 << true;
    }
    void thePlantedCorrelationIsFound()
    {
        QFETCH(double, coefficient);
        QFETCH(bool, isFast);
        const MatrixXd v = covarianceOf(isFast ? NoiseModel::Fast : NoiseModel::Ar1, designOf(3),
                                        noise(coefficient, 800, 7));
        QVERIFY(near(v.trace(), static_cast<double>(kNoiseScans), 1e-9));
        // ReML stops within 0.1 of the top of the evidence, which leaves h a few hundredths wide.
        for (Index lag = 1; lag < 5; ++lag)
            QVERIFY(near(v(70, 70 + lag), std::pow(coefficient, lag), 0.05));
    }
    void tOfNothingHasUnitVarianceWithAr1AndIsInflatedWithout()
    {
        // 3,000 voxels: the variance's own standard error is sqrt(2 / 3000) = 0.026.
        const double white = varianceOf(nullT(NoiseModel::None, 0, 3000));
        QVERIFY(near(white, 1, 0.1));
        const double inflated = varianceOf(nullT(NoiseModel::None, 0.4, 3000));
        const double whitened = varianceOf(nullT(NoiseModel::Ar1, 0.4, 3000));
        const double fast = varianceOf(nullT(NoiseModel::Fast, 0.4, 3000));
        QVERIFY(inflated > 1.5);
        QVERIFY(near(whitened, 1, 0.1));
        QVERIFY(near(fast, 1, 0.15));
    }
    void onlyResponsiveVoxelsArePooledWhereThereAreMany()
    {
        const glm::RunDesign design = designOf(5);
        MatrixXf values(kNoiseScans, 600);
        values << noise(0.4, 150, 1), noise(0, 450, 2);
        values.leftCols(150).colwise() += (20 * design.conditions.col(0)).cast<float>().eval();
        Progress progress;
        const glm::RunNoise estimate = glm::estimateRunNoise(
            glm::covarianceComponents(NoiseModel::Ar1, kNoiseScans, kNoiseTr), design, values,
            test::upTo(600), progress);
        QVERIFY(estimate.pooledVoxels >= 150 && estimate.pooledVoxels < 155);
        QVERIFY(near(estimate.covariance(70, 71), 0.4, 0.06));
    }
    void allVoxelsArePooledWhereFewRespond()
    {
        Progress progress;
        const glm::RunNoise estimate = glm::estimateRunNoise(
            glm::covarianceComponents(NoiseModel::Ar1, kNoiseScans, kNoiseTr), designOf(5),
            noise(0, 120, 4), test::upTo(120), progress);
        QCOMPARE(estimate.pooledVoxels, 120);
    }
    void unusableVoxelsAreLeftOut()
    {
        const glm::RunDesign design = designOf(6);
        MatrixXf values = noise(0.2, 200, 5);
        const MatrixXd without = covarianceOf(NoiseModel::Ar1, design, values.leftCols(150));
        values.rightCols(50).setConstant(1e6F);
        Progress progress;
        const glm::RunNoise estimate = glm::estimateRunNoise(
            glm::covarianceComponents(NoiseModel::Ar1, kNoiseScans, kNoiseTr), design, values,
            test::upTo(150), progress);
        QVERIFY(near(estimate.covariance, without, 1e-12));
    }
    void aRunWithoutAnyConditionIsEstimatedFromAllVoxels()
    {
        glm::RunDesign design = designOf(6);
        design.conditions.setZero();
        const MatrixXd v = covarianceOf(NoiseModel::Ar1, design, noise(0.4, 300, 5));
        QVERIFY(near(v(70, 71), 0.4, 0.06));
    }
    void moreRegressorsThanScansAreRefused()
    {
        glm::RunDesign design = designOf(6);
        design.conditions = MatrixXd::Identity(kNoiseScans, kNoiseScans);
        QVERIFY_THROWS_EXCEPTION(std::exception,
                                 (void)covarianceOf(NoiseModel::Ar1, design, noise(0, 200, 5)));
    }
    void theBitsDoNotDependOnTheThreads()
    {
        const glm::RunDesign design = designOf(8);
        const MatrixXf values = noise(0.3, 1500, 9);
        setThreadCount(1);
        const MatrixXd one = covarianceOf(NoiseModel::Fast, design, values);
        setThreadCount(7);
        QVERIFY(one == covarianceOf(NoiseModel::Fast, design, values));
    }
    void cancellingStopsTheWork()
    {
        std::stop_source source;
        source.request_stop();
        Progress progress(source.get_token());
        const std::vector<Index> all = test::upTo(200);
        QVERIFY_THROWS_EXCEPTION(
            std::exception, (void)glm::estimateRunNoise(
                                glm::covarianceComponents(NoiseModel::Ar1, kNoiseScans, kNoiseTr),
                                designOf(6), noise(0, 200, 5), all, progress));
    }
};

FUSIFORM_TEST(RunNoiseTest)
#include "run_noise_test.moc"

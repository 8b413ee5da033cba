// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/noise_covariance.h"

#include "core/decode/code_prior.h"
#include "core/decode/decoder_inputs.h"
#include "core/glm/series_weights.h"
#include "core/util/parallel.h"
#include "tests/support/coded_study.h"
#include "tests/support/near.h"
#include "tests/support/planted_series.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using test::near;

namespace {

struct Estimated {
    std::vector<MatrixXd> codes;
    glm::SeriesSums sums;
    glm::SeriesEstimates estimates;
};

Estimated estimatedFrom(const test::CodedStudy& study)
{
    const glm::ModelFit& model = study.fit.models[0];
    Estimated all;
    all.codes = glm::scaledTrialCodes(study.series, study.series.codes("codes"), model.latentMean,
                                      model.latentSd);
    std::vector<std::size_t> runs(study.series.runs().size());
    std::iota(runs.begin(), runs.end(), std::size_t(0));
    Progress progress;
    all.sums = glm::sumsOf(study.series, all.codes, runs, progress);
    all.estimates = glm::estimate(all.sums);
    return all;
}

/// The whole model of all runs as one tall matrix.
MatrixXd tallColumns(const test::CodedStudy& study, const Estimated& all)
{
    MatrixXd columns(study.series.index().scans(), all.sums.xtx.rows());
    Index row = 0;
    for (std::size_t r = 0; r < study.series.runs().size(); ++r) {
        const glm::SeriesRun& run = study.series.runs()[r];
        columns.middleRows(row, run.scans) << run.conditions, run.trainingResponses * all.codes[r];
        row += run.scans;
    }
    return columns;
}

MatrixXd residualsOf(const test::CodedStudy& study, const MatrixXd& columns)
{
    MatrixXd values(columns.rows(), study.series.voxels());
    Index row = 0;
    for (std::size_t r = 0; r < study.series.runs().size(); ++r) {
        const auto run = study.series.values(r);
        values.middleRows(row, run.rows()) = run.cast<double>();
        row += run.rows();
    }
    return values - columns * test::leastSquares(columns, values);
}

} // namespace

class NoiseCovarianceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setThreadCount(0); }

    void sumsAreThoseOfTheTallModel()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 10, .shape = {5, 4, 2}});
        const Estimated all = estimatedFrom(study);
        const MatrixXd columns = tallColumns(study, all);
        QVERIFY(near(all.sums.xtx, columns.transpose() * columns, 1e-8));
        const MatrixXd residuals = residualsOf(study, columns);
        const VectorXd squares = residuals.colwise().squaredNorm();
        QVERIFY(near(all.estimates.residualSquares(all.sums), squares, 1e-6 * squares.maxCoeff()));
        QCOMPARE(all.estimates.freedom, columns.rows() - columns.cols());
        const std::array<Index, 2> two = {0, 25};
        const MatrixXd inverse = (columns.transpose() * columns).inverse();
        QVERIFY(near(all.estimates.inverseOf(two), inverse(two, two), 1e-10));
    }
    void aFoldIsWhatIsLeftOfTheSums()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 10, .shape = {5, 4, 2}});
        Estimated all = estimatedFrom(study);
        const std::vector<std::size_t> out = {2, 3};
        const std::vector<std::size_t> kept = {0, 1, 4, 5, 6, 7};
        Progress progress;
        const glm::SeriesSums direct = glm::sumsOf(study.series, all.codes, kept, progress);
        all.sums -= glm::sumsOf(study.series, all.codes, out, progress);
        QVERIFY(near(all.sums.xtx, direct.xtx, 1e-8));
        QVERIFY(near(glm::estimate(all.sums).beta, glm::estimate(direct).beta, 1e-8));
        QCOMPARE(all.sums.freedom, direct.freedom);
    }
    /// Against the eigenvectors of the residuals' own correlations, shrunk by the same rule.
    void factorsAreThoseOfTheResiduals()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 10, .shape = {8, 5, 2}, .sharedNoise = 0.6});
        const Estimated all = estimatedFrom(study);
        Progress progress;
        const decode::NoiseCovariance noise
            = decode::noiseCovariance(study.series, all.sums, all.estimates, progress);

        const MatrixXd residuals = residualsOf(study, tallColumns(study, all));
        const auto n = static_cast<double>(all.estimates.freedom);
        const MatrixXd covariance = residuals.transpose() * residuals / n;
        const VectorXd sd = covariance.diagonal().cwiseSqrt();
        const MatrixXd correlations
            = sd.cwiseInverse().asDiagonal() * covariance * sd.cwiseInverse().asDiagonal();
        const Eigen::SelfAdjointEigenSolver<MatrixXd> eigen(correlations);
        // At least the 12 that were planted. The level of noise alone is the mean of the others.
        const Index factors = noise.factors.rows();
        QVERIFY(factors >= 12 && factors <= 30);
        const double level = eigen.eigenvalues().head(80 - factors).mean();
        MatrixXd expected = MatrixXd::Zero(80, 80);
        for (Index e = 80 - factors; e < 80; ++e)
            expected += level * decode::shrunkSpike(eigen.eigenvalues()[e] / level, 80 / n)
                        * eigen.eigenvectors().col(e) * eigen.eigenvectors().col(e).transpose();
        expected.diagonal().setOnes();
        expected = sd.asDiagonal() * expected * sd.asDiagonal();
        const MatrixXd f = noise.factors.cast<double>();
        MatrixXd made = f.transpose() * f;
        made += MatrixXd(noise.own.cast<double>().asDiagonal());
        QVERIFY(near(made, expected, 2e-3 * expected.diagonal().maxCoeff()));
        // Nearer to the truth than the residuals' own covariance.
        const double error = (made - study.noiseCovariance).norm();
        qInfo("error %g, of the residuals' own covariance %g", error,
              (covariance - study.noiseCovariance).norm());
        QVERIFY(error < (covariance - study.noiseCovariance).norm());
        // The same bytes on any number of threads.
        setThreadCount(1);
        const decode::NoiseCovariance one
            = decode::noiseCovariance(study.series, all.sums, all.estimates, progress);
        setThreadCount(3);
        const decode::NoiseCovariance three
            = decode::noiseCovariance(study.series, all.sums, all.estimates, progress);
        QVERIFY(one.factors == three.factors && one.own == three.own);
    }
    void noiseOfEachVoxelAloneHasNoFactors()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study
            = test::makeCodedStudy(folder.path(), {.latents = 10, .shape = {8, 5, 2}});
        const Estimated all = estimatedFrom(study);
        Progress progress;
        const decode::NoiseCovariance noise
            = decode::noiseCovariance(study.series, all.sums, all.estimates, progress);
        QVERIFY(noise.factors.rows() <= 1);
        const VectorXd planted = study.noiseCovariance.diagonal();
        QVERIFY((noise.own.cast<double>().array() / planted.array() - 1).abs().maxCoeff() < 0.3);
    }
    /// Johnstone's spiked model: a spike ℓ gives the sample eigenvalue ℓ (1 + γ / (ℓ - 1)).
    void spikesAreFoundAgainInTheirSampleEigenvalues()
    {
        const double aspect = 0.25;
        const double spike = 4;
        const double value = spike * (1 + aspect / (spike - 1));
        const double direction = (1 - aspect / 9) / (1 + aspect / 3);
        QVERIFY(near(decode::shrunkSpike(value, aspect), 3 * direction, 1e-12));
        QCOMPARE(decode::shrunkSpike(2.25, aspect), 0.0); // the edge of pure noise
        QVERIFY(near(decode::shrunkSpike(1e6, aspect), 1e6 - 1, 2));
    }
    void thePriorIsTheInverseOfTheCodesCovariance()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 6, .shape = {5, 4, 2}, .trialsARun = 600});
        const Estimated all = estimatedFrom(study);
        const decode::CodePrior prior
            = decode::codePrior(study.series, all.sums, all.estimates, all.codes);
        const MatrixXd expected = study.codeCovariance.inverse();
        QVERIFY((prior.precision - expected).norm() < 0.12 * expected.norm());
        // c of a face with 48 showings of one scan, and of x with its bias: about (p + 1) / trials.
        QVERIFY(near(prior.noiseScale(), 1.0 / 48 + 7.0 / 4800, 1e-4));
        // With few codes it is pulled towards the identity.
        const MatrixXd few = all.codes[0].topRows(4);
        QVERIFY(decode::shrunkPrecision(few).allFinite());
        MatrixXd dead = all.codes[0];
        dead.col(2).setConstant(0.5);
        const MatrixXd precision = decode::shrunkPrecision(dead);
        QVERIFY(precision.row(2).isZero(0) && precision.col(2).isZero(0));
    }
    void inputsAreReadAgainAsTheyWereWritten()
    {
        const test::TemporaryFolder folder;
        const test::CodedStudy study = test::makeCodedStudy(
            folder.path(), {.latents = 6, .shape = {5, 4, 2}, .sharedNoise = 0.5});
        const glm::ModelFit& model = study.fit.models[0];
        Progress progress;
        QVERIFY(decode::canHaveDecoderInputs(study.fit, model));
        const decode::DecoderInputs made = decode::decoderInputs(study.fit, model, progress);
        std::filesystem::create_directories(folder.path() / "models" / "codes");
        decode::writeDecoderInputs(study.fit, folder.path(), progress);
        std::filesystem::remove_all(folder.path() / "series");
        QVERIFY(decode::canHaveDecoderInputs(study.fit, model));
        const decode::DecoderInputs read = decode::decoderInputs(study.fit, model, progress);
        QVERIFY(read.noise.weights == made.noise.weights);
        QVERIFY(*read.noise.factors == *made.noise.factors);
        QVERIFY(read.noise.factorColumns == made.noise.factorColumns);
        QVERIFY(read.ceiling.weights == made.ceiling.weights);
        QVERIFY(read.prior.precision == made.prior.precision);
        QCOMPARE(read.prior.noiseScale(), made.prior.noiseScale());
    }
};

FUSIFORM_TEST(NoiseCovarianceTest)
#include "noise_covariance_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/reml.h"

#include "core/glm/noise_model.h"
#include "core/util/parallel.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using glm::NoiseModel;
using test::near;

namespace {

/// toeplitz(a^lag).
MatrixXd autocorrelation(double a, Index scans)
{
    MatrixXd matrix(scans, scans);
    for (Index i = 0; i < scans; ++i)
        for (Index j = 0; j < scans; ++j)
            matrix(i, j) = std::pow(a, std::abs(i - j));
    return matrix;
}

MatrixXd constantAndTrend(Index scans)
{
    MatrixXd x(scans, 2);
    for (Index i = 0; i < scans; ++i)
        x.row(i) << 1, static_cast<double>(i) / static_cast<double>(scans) - 0.5;
    return x;
}

glm::CovarianceEstimate fitted(const MatrixXd& moments, NoiseModel model)
{
    Progress progress;
    const MatrixXd complement = glm::complementBasis(constantAndTrend(moments.rows()));
    return glm::restrictedMaximumLikelihood(
        complement.transpose() * moments * complement, complement,
        glm::covarianceComponents(model, moments.rows(), 2), progress);
}

MatrixXd normalised(const MatrixXd& covariance)
{
    return covariance * static_cast<double>(covariance.rows()) / covariance.trace();
}
} // namespace

class RemlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theComplementHoldsAllTheColumnsDoNot()
    {
        MatrixXd columns = MatrixXd::Random(20, 4);
        columns.col(3) = columns.col(0) - columns.col(1);
        const MatrixXd rest = glm::complementBasis(columns);
        QCOMPARE(rest.cols(), 17);
        QVERIFY(near(rest.transpose() * rest, MatrixXd::Identity(17, 17), 1e-12));
        QVERIFY(near(rest.transpose() * columns, MatrixXd::Zero(17, 4), 1e-12));
    }
    void ar1IsWhatSpmEstimates()
    {
        // methods 2.5, computed by running SPM12.
        const glm::CovarianceEstimate estimate = fitted(autocorrelation(0.3, 60), NoiseModel::Ar1);
        QVERIFY(near(estimate.hyperparameters, Eigen::Vector2d(0.25722, 0.73992), 1e-4));
        const MatrixXd v = normalised(estimate.covariance);
        constexpr std::array<double, 6> kRow
            = {1, 0.2968181, 0.0787597, 0.0196377, 0.0047060, 0.0010971};
        for (std::size_t lag = 0; lag < kRow.size(); ++lag)
            QVERIFY(near(v(0, static_cast<Index>(lag)), kRow[lag], 1e-4));

        const MatrixXd w = glm::whitening(v);
        constexpr std::array<double, 4> kCentre = {-0.0064974, -0.1560202, 1.0708289, -0.1560202};
        for (std::size_t i = 0; i < kCentre.size(); ++i)
            QVERIFY(near(w(30, 28 + static_cast<Index>(i)), kCentre[i], 1e-4));
        const MatrixXd white = w * autocorrelation(0.3, 60) * w.transpose();
        QVERIFY(near(white(30, 31), 1.99e-4, 1e-4));
    }
    void anyBasisOfTheComplementGivesTheSame()
    {
        Progress progress;
        const MatrixXd moments = autocorrelation(0.4, 40);
        const MatrixXd complement = glm::complementBasis(constantAndTrend(40));
        const MatrixXd turned
            = complement * MatrixXd(MatrixXd::Random(38, 38).householderQr().householderQ());
        const auto components = glm::covarianceComponents(NoiseModel::Ar1, 40, 2);
        const auto one = glm::restrictedMaximumLikelihood(
            complement.transpose() * moments * complement, complement, components, progress);
        const auto other = glm::restrictedMaximumLikelihood(turned.transpose() * moments * turned,
                                                            turned, components, progress);
        QVERIFY(near(one.hyperparameters, other.hyperparameters, 1e-9));
    }
    void fastFollowsShortAndLongCorrelations_data()
    {
        QTest::addColumn<double>("coefficient");
        QTest::newRow("0.3") << 0.3;
        QTest::newRow("0.6") << 0.6;
    }
    void fastFollowsShortAndLongCorrelations()
    {
        QFETCH(double, coefficient);
        const MatrixXd truth = autocorrelation(coefficient, 100);
        const glm::CovarianceEstimate estimate = fitted(truth, NoiseModel::Fast);
        const MatrixXd v = normalised(estimate.covariance);
        QVERIFY(v.llt().info() == Eigen::Success);
        // ReML stops within 0.1 of the evidence's top and its data count as one sample: 0.1.
        QVERIFY(near(v.row(0).head(6), truth.row(0).head(6), 0.1));
    }
    void anAlternatingSeriesStillGivesAPositiveDefiniteCovariance()
    {
        for (const NoiseModel model : {NoiseModel::Ar1, NoiseModel::Fast}) {
            const glm::CovarianceEstimate estimate = fitted(autocorrelation(-0.8, 60), model);
            QVERIFY(estimate.covariance.llt().info() == Eigen::Success);
            QVERIFY(estimate.hyperparameters.allFinite());
        }
    }
    void prunedComponentsAreZero()
    {
        const glm::CovarianceEstimate estimate
            = fitted(MatrixXd::Identity(80, 80), NoiseModel::Fast);
        QCOMPARE(estimate.hyperparameters.size(), 18);
        QVERIFY((estimate.hyperparameters.array() == 0).any());
        QVERIFY(near(normalised(estimate.covariance).row(0).segment(1, 5),
                     Eigen::RowVectorXd::Zero(5), 0.1));
    }
    void theBitsDoNotDependOnTheThreads()
    {
        setThreadCount(1);
        const auto one = fitted(autocorrelation(0.5, 50), NoiseModel::Fast);
        setThreadCount(7);
        const auto seven = fitted(autocorrelation(0.5, 50), NoiseModel::Fast);
        setThreadCount(0);
        QVERIFY(one.hyperparameters == seven.hyperparameters);
    }
};

FUSIFORM_TEST(RemlTest)
#include "reml_test.moc"

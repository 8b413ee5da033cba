// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/noise_model.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using glm::NoiseModel;
using test::near;

class NoiseModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whiteNoiseHasNoComponents()
    {
        QVERIFY(glm::covarianceComponents(NoiseModel::None, 20, 2).empty());
    }
    void ar1HasTheTwoComponentsOfSpm()
    {
        const auto components = glm::covarianceComponents(NoiseModel::Ar1, 30, 2);
        QCOMPARE(components.size(), 2U);
        // methods 2.5 prints five digits; the sixth lag is below SPM's cut and so exactly 0.
        constexpr std::array<double, 7> kFirst = {1, 0, -0.04007, -0.01604, -0.00482, -0.00129, 0};
        constexpr std::array<double, 7> kSecond = {1, 0.4, 0.12007, 0.03204, 0.00802, 0.00193, 0};
        for (std::size_t lag = 0; lag < 7; ++lag) {
            QVERIFY(near(components[0](0, static_cast<Index>(lag)), kFirst[lag], 6e-6));
            QVERIFY(near(components[1](0, static_cast<Index>(lag)), kSecond[lag], 6e-6));
        }
        // By hand: (0.2 + d)^2 - 0.2^2 = d (0.4 + d), with SPM's step d = e^-8.
        QVERIFY(near(components[0](0, 1), 0, 1e-9));
        QVERIFY(near(components[1](0, 1), 0.4, 1e-9));
        QVERIFY(near(components[0](0, 2), 0.04 - 0.2 * (0.4 + std::exp(-8.0)), 1e-9));
        QVERIFY(near(components[1](0, 2), 0.04 + 0.2 * (0.4 + std::exp(-8.0)), 1e-9));
        QVERIFY((components[0].row(0).tail(24).array() == 0).all());
    }
    void fastHasEighteenComponentsAtTwoSeconds()
    {
        const auto components = glm::covarianceComponents(NoiseModel::Fast, 40, 2);
        QCOMPARE(components.size(), 18U);
        constexpr std::array<double, 4> kFirst = {1, 0.0183156389, 3.354626e-4, 6.14e-6};
        constexpr std::array<double, 4> kFirstTolerance = {1e-9, 1e-9, 1e-9, 1e-8};
        for (std::size_t lag = 0; lag < 4; ++lag)
            QVERIFY(
                near(components[0](0, static_cast<Index>(lag)), kFirst[lag], kFirstTolerance[lag]));
        QVERIFY(near(components[1](0, 0), 0, 1e-9));
        QVERIFY(near(components[1](0, 1), 0.0366312778, 1e-9));
        QVERIFY(near(components[1](0, 2), 0.0013418505, 1e-9));
        QVERIFY(near(components[2](0, 1), 4 * std::exp(-4.0), 1e-9));
        QVERIFY(near(components[3](0, 0), 1, 1e-9));
        QVERIFY(near(components[3](0, 1), 0.1353352832, 1e-9));
        QVERIFY(near(components[3](0, 2), 0.0183156389, 1e-9));
        QVERIFY(near(components[15](0, 8), std::exp(-1.0), 1e-9)); // 16 s after 8 scans
    }
    void fastFollowsTheRepetitionTime()
    {
        // 2^floor(log2(TR / 4)): 0.125 s at TR 0.8 s; 32 and 64 s are the last at TR 130 s.
        QVERIFY(near(glm::covarianceComponents(NoiseModel::Fast, 10, 0.8)[0](0, 1),
                     std::exp(-0.8 / 0.125), 1e-9));
        QCOMPARE(glm::covarianceComponents(NoiseModel::Fast, 10, 130).size(), 6U);
    }
    void componentsAreToeplitz()
    {
        for (const NoiseModel model : {NoiseModel::Ar1, NoiseModel::Fast})
            for (const MatrixXd& component : glm::covarianceComponents(model, 25, 1.5)) {
                QVERIFY(component == component.transpose());
                QVERIFY(component.topLeftCorner(24, 24) == component.bottomRightCorner(24, 24));
            }
    }
    void whiteningMakesTheCovarianceTheIdentity()
    {
        MatrixXd covariance(50, 50);
        for (Index i = 0; i < 50; ++i)
            for (Index j = 0; j < 50; ++j)
                covariance(i, j) = 3 * std::pow(0.7, std::abs(i - j));
        const MatrixXd w = glm::whitening(covariance);
        QVERIFY(near(w, w.transpose(), 1e-12));
        QVERIFY(near(w * covariance * w, MatrixXd::Identity(50, 50), 1e-10));
    }
    void whiteningOfASingularCovarianceIsFinite()
    {
        const MatrixXd w = glm::whitening(MatrixXd::Ones(5, 5));
        QVERIFY(w.allFinite());
    }
};

FUSIFORM_TEST(NoiseModelTest)
#include "noise_model_test.moc"

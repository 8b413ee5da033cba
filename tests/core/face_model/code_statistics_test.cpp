// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/code_statistics.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <numeric>

using namespace fusiform;
using namespace fusiform::face_model;
using fusiform::test::near;

class CodeStatisticsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void momentsOfAHandWorkedCase()
    {
        Eigen::MatrixXd codes(3, 2);
        codes << 1, 3, 2, 0, 3, -3;
        const CodeStatistics statistics = codeStatistics(codes);
        QVERIFY(near(statistics.means, Eigen::Vector2d(2, 0), 1e-12));
        QVERIFY(near(statistics.deviations, Eigen::Vector2d(1, 3), 1e-12));
        QCOMPARE(statistics.order, (std::vector<Eigen::Index>{1, 0}));
        QVERIFY(
            near(statistics.norms, Eigen::Vector3d(std::sqrt(10.0), 2, std::sqrt(18.0)), 1e-12));
        QVERIFY(near(statistics.mean, 1, 1e-12));
        // Squares of 0, 2, 1, -1, 2, -4 add up to 26.
        QVERIFY(near(statistics.deviation, std::sqrt(26.0 / 6), 1e-12));
        QVERIFY(near(statistics.saturated, 5.0 / 6, 1e-12));
    }

    void valuesFallIntoTheBinWhoseCentreIsNearest()
    {
        Eigen::MatrixXd codes(1, 5);
        codes << 0.04, -0.96, 1.0, 0.94, 99;
        const ValueShares values = valueShares(codes);
        const auto shareAbout = [&](double centre) {
            return values.shares[static_cast<std::size_t>(std::lround((centre + 3.5) * 10))];
        };
        QVERIFY(near(shareAbout(0), 0.2, 1e-12));
        QVERIFY(near(shareAbout(-1), 0.2, 1e-12));
        QVERIFY(near(shareAbout(1), 0.2, 1e-12));
        QVERIFY(near(shareAbout(0.9), 0.2, 1e-12));
        QVERIFY(near(shareAbout(3.5), 0.2, 1e-12)); // and beyond
        QVERIFY(near(std::accumulate(values.shares.begin(), values.shares.end(), 0.0), 1, 1e-12));
        QVERIFY(near(ValueShares::centre(45), 1, 1e-12));
    }

    void latentsOfAPcaAreCountedInTheirTrainingDeviations()
    {
        Eigen::MatrixXd codes(2, 2);
        codes << 10, 0.1, -10, -0.1;
        const CodeStatistics statistics = codeStatistics(codes, Eigen::Vector2d(100, 0.01));
        QVERIFY(near(statistics.values.shares[45], 0.5, 1e-12)); // +1
        QVERIFY(near(statistics.values.shares[25], 0.5, 1e-12)); // -1
        QVERIFY(near(statistics.units, Eigen::Vector2d(10, 0.1), 1e-12));
    }

    /// A published code is tanh of something: the share beyond .95 is that of a wide normal beyond
    /// atanh(.95).
    void saturationIsThatOfTheDistribution()
    {
        Random random(4);
        Eigen::MatrixXd codes(400, 100);
        for (double& value : codes.reshaped())
            value = std::tanh(2.5 * random.normal());
        const double expected = std::erfc(std::atanh(kSaturated) / 2.5 / std::sqrt(2.0));
        QVERIFY(near(codeStatistics(codes).saturated, expected, 0.01)); // 4 standard errors
    }

    void countReachingTakesTheFewest()
    {
        const Eigen::Vector3d variances(6, 3, 1);
        QCOMPARE(countReaching(0.5, variances, 10), Eigen::Index(1));
        QCOMPARE(countReaching(0.6, variances, 10), Eigen::Index(1));
        QCOMPARE(countReaching(0.61, variances, 10), Eigen::Index(2));
        QCOMPARE(countReaching(1.0, variances, 10), Eigen::Index(3));
        QCOMPARE(countReaching(0.6, variances, 20), Eigen::Index(-1));
        QCOMPARE(countReaching(0.9, Eigen::Vector2d::Zero(), 0), Eigen::Index(0));
    }

    void oneCodeHasNoDeviations()
    {
        const CodeStatistics statistics = codeStatistics(Eigen::RowVector3d(1, 2, 3));
        QVERIFY(statistics.deviations.isZero());
        QCOMPARE(statistics.order, (std::vector<Eigen::Index>{0, 1, 2}));
    }

    void whatHasNoStatisticsIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)codeStatistics(Eigen::MatrixXd(0, 4)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)codeStatistics(Eigen::RowVector2d(1, NAN)));
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)codeStatistics(Eigen::RowVector2d(1, 2), Eigen::Vector3d(1, 1, 1)));
    }
};

FUSIFORM_TEST(CodeStatisticsTest)
#include "code_statistics_test.moc"

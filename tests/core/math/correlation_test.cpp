// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/correlation.h"

#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class CorrelationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCaseWorkedByHand()
    {
        // (1,2,3,4) and (1,3,2,4): covariance sum 4, both sums of squares 5.
        const Eigen::Vector4d a(1, 2, 3, 4);
        const Eigen::Vector4d b(1, 3, 2, 4);
        QVERIFY(test::near(math::pearson(a, b), 0.8, 1e-15));
        QVERIFY(test::near(math::pearson(a, -3 * b + Eigen::Vector4d::Constant(7)), -0.8, 1e-15));
    }
    void constantVectorsGiveNoNumber()
    {
        const Eigen::Vector4d a(1, 2, 3, 4);
        QVERIFY(std::isnan(math::pearson(a, Eigen::Vector4d::Constant(0.1))));
        QVERIFY(std::isnan(math::pearson(Eigen::Vector4d::Zero(), a)));
        QVERIFY(std::isnan(math::pearson(a, Eigen::Vector4d(1, 2, NAN, 4))));
    }
    void rowsAreComparedWithRows()
    {
        const Eigen::MatrixXd a = Eigen::MatrixXd::Random(3, 9);
        const Eigen::MatrixXd b = Eigen::MatrixXd::Random(4, 9);
        const Eigen::MatrixXd r = math::rowCorrelations(a, b);
        QCOMPARE(r.rows(), 3);
        QCOMPARE(r.cols(), 4);
        QVERIFY(
            test::near(r(1, 2), math::pearson(a.row(1).transpose(), b.row(2).transpose()), 1e-14));
    }
};

FUSIFORM_TEST(CorrelationTest)
#include "correlation_test.moc"

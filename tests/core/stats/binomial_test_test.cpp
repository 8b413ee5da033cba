// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/binomial_test.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class BinomialTestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Methods 5.2 with their vectors, and SciPy's binomtest with its exact interval.
    void tailsTwoSidesAndInterval_data()
    {
        QTest::addColumn<int>("k");
        QTest::addColumn<int>("n");
        QTest::addColumn<double>("chance");
        QTest::addColumn<double>("atLeast");
        QTest::addColumn<double>("more");
        QTest::addColumn<double>("twoSided");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("gender, 70 %")
            << 56 << 80 << 0.5 << 0.0002257586359574054 << 9.155828206487555e-05
            << 0.0004515172719148108 << 0.587240676918624 << 0.7974260708534708;
        QTest::newRow("full recognition, 40 %")
            << 8 << 20 << 0.05 << 2.8568853828187453e-06 << 1.9793381083193461e-07
            << 2.8568853828187453e-06 << 0.19119006072557054 << 0.6394574126927552;
        QTest::newRow("full recognition, 65 %")
            << 13 << 20 << 0.05 << 6.785913876267626e-13 << 1.7762442397422798e-14
            << 6.785913876267626e-13 << 0.4078114654671718 << 0.8460907952154588;
        QTest::newRow("none") << 0 << 10 << 0.3 << 1.0 << 0.9717524751 << 0.0388396033 << 0.0
                              << 0.30849710781876294;
        QTest::newRow("all") << 10 << 10 << 0.3 << 5.9049e-06 << 0.0 << 5.9049e-06
                             << 0.6915028921812371 << 1.0;
        QTest::newRow("uneven chance")
            << 7 << 24 << 0.2 << 0.18892894488112025 << 0.08917125877350808 << 0.3034463320907093
            << 0.12615208852368912 << 0.5109478138578329;
    }
    void tailsTwoSidesAndInterval()
    {
        QFETCH(int, k);
        QFETCH(int, n);
        QFETCH(double, chance);
        QFETCH(double, atLeast);
        QFETCH(double, more);
        QFETCH(double, twoSided);
        QFETCH(double, low);
        QFETCH(double, high);
        const stats::BinomialTest found = stats::binomialTest(k, n, chance);
        const auto isRight = [](double value, double truth) {
            return test::near(value, truth, 1e-9 * std::abs(truth) + 1e-16);
        };
        QVERIFY(isRight(found.tails.atLeast, atLeast));
        QVERIFY(isRight(found.tails.more, more));
        QVERIFY(isRight(found.twoSided, twoSided));
        QVERIFY(isRight(found.share, static_cast<double>(k) / n));
        QVERIFY(isRight(found.interval.low, low));
        QVERIFY(isRight(found.interval.high, high));
    }
    void whatIsNoCountIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::binomialTest(3, 2, 0.5));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::binomialTest(-1, 2, 0.5));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::binomialTest(0, 0, 0.5));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::binomialTest(1, 2, 1));
    }
};

FUSIFORM_TEST(BinomialTestTest)
#include "binomial_test_test.moc"

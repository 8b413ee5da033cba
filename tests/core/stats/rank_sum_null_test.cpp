// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/rank_sum_null.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using stats::RankSumNull;

class RankSumNullTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Methods 5.1 and its vectors: 20 faces, 20^20 outcomes.
    void pairwiseRecognitionOfTwentyFaces()
    {
        const RankSumNull null(20, 19);
        QCOMPARE(null.highest(), 380);
        QCOMPARE(null.mean(), 190.0);
        QVERIFY(test::near(null.variance(), 665, 1e-12));
        for (const auto& [sum, p] :
             {std::pair(190, 0.5076766437255774), std::pair(228, 0.07339599619216244),
              std::pair(233, 0.049783283992301836), std::pair(251, 0.009092361094681504),
              std::pair(269, 0.0009773192889596253), std::pair(284, 9.485578025504418e-05),
              std::pair(291, 2.693149270290003e-05), std::pair(307, 9.32777526016814e-07),
              std::pair(347, 1.9296984205935956e-12), std::pair(375, 5.066871643066406e-22),
              std::pair(380, 9.5367431640625e-27)})
            QVERIFY2(test::near(null.tails(sum).atLeast / p, 1, 1e-10),
                     QByteArray::number(sum).constData());
        QVERIFY(test::near(null.tails(347).more / 1.202e-12, 1, 1e-3));
        QVERIFY(test::near(null.tails(375).more / 1.01e-22, 1, 1e-2));
        // The accuracies from which on the exact null gives less than each level.
        QCOMPARE(null.critical(0.05), 233);
        QCOMPARE(null.critical(0.01), 251);
        QCOMPARE(null.critical(0.001), 269);
        QCOMPARE(null.critical(1e-4), 284);
        QCOMPARE(null.critical(1e-6), 307);
    }
    /// Methods 5.3: one imagined face against 19 in four subjects, 160,000 outcomes.
    void imageryOfFourSubjects()
    {
        const RankSumNull null(4, 19);
        QVERIFY(test::near(null.tails(64).atLeast, 1820.0 / 160000, 1e-14));
        QVERIFY(test::near(null.tails(64).more, 0.00853125, 1e-14));
        for (const auto& [sum, atLeast, mid] :
             {std::tuple(37, 0.5499375, 0.5333), std::tuple(40, 0.4500625, 0.4336),
              std::tuple(44, 0.32265625, 0.3079)}) {
            QVERIFY(test::near(null.tails(sum).atLeast, atLeast, 1e-14));
            QVERIFY(test::near(null.tails(sum).mid(), mid, 6e-5));
        }
        QCOMPARE(null.critical(0.05), 58);
    }
    void smallCasesAreCounted()
    {
        const RankSumNull null(3, 2);
        for (int sum = 0; sum <= 6; ++sum) {
            int atLeast = 0;
            int more = 0;
            for (int outcome = 0; outcome < 27; ++outcome) {
                const int s = outcome % 3 + outcome / 3 % 3 + outcome / 9;
                atLeast += s >= sum;
                more += s > sum;
            }
            QVERIFY(test::near(null.tails(sum).atLeast, atLeast / 27.0, 1e-15));
            QVERIFY(test::near(null.tails(sum).more, more / 27.0, 1e-15));
        }
        // Half a count lies between whole ones.
        QCOMPARE(null.tails(2.5).atLeast, null.tails(3).atLeast);
        QCOMPARE(null.tails(2.5).more, null.tails(3).atLeast);
        QCOMPARE(null.tails(-1).atLeast, 1.0);
        QCOMPARE(null.tails(7).atLeast, 0.0);
    }
    void whatIsNoSumIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, RankSumNull(0, 19));
        QVERIFY_THROWS_EXCEPTION(Error, RankSumNull(20, 0));
        QVERIFY_THROWS_EXCEPTION(Error, RankSumNull(100'000, 100'000));
    }
};

FUSIFORM_TEST(RankSumNullTest)
#include "rank_sum_null_test.moc"

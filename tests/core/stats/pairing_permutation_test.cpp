// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/pairing_permutation.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;

class PairingPermutationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// All 24 pairings by hand (Python's itertools): 5 have a sum of at least 1.4.
    void fourThingsAreCountedExactly()
    {
        const Eigen::Matrix4d measure{
            {.5, .2, .1, .5}, {.3, .4, .35, .1}, {.6, .1, .2, 0}, {.05, .1, .2, .3}};
        Progress progress;
        const auto found = stats::permutePairing(measure, 100, 1, progress);
        QVERIFY(found.isExact);
        QCOMPARE(found.orders, std::int64_t{24});
        QVERIFY(test::near(found.score, 0.35, 1e-12));
        QVERIFY(test::near(found.chance, 0.25, 1e-12));
        QVERIFY(test::near(found.p, 5.0 / 24, 1e-12));
    }
    void drawnPairingsComeNearAllOfThem()
    {
        Random random(3);
        Eigen::MatrixXd measure(6, 6);
        for (double& value : measure.reshaped())
            value = random.normal();
        measure.diagonal().array() += 0.7;
        Progress progress;
        const auto all = stats::permutePairing(measure, 720, 1, progress);
        const auto drawn = stats::permutePairing(measure, 700, 1, progress);
        QVERIFY(all.isExact && !drawn.isExact);
        // Four standard errors of a share of 700 draws.
        QVERIFY(test::near(drawn.p, all.p, 4 * std::sqrt(all.p * (1 - all.p) / 700) + 1.0 / 701));
        QCOMPARE(stats::permutePairing(measure, 700, 1, progress).p, drawn.p);
    }
    void whatIsTheSameForAllPairingsIsNoEvidence()
    {
        Progress progress;
        const Eigen::MatrixXd same = Eigen::MatrixXd::Constant(5, 5, 0.1);
        QCOMPARE(stats::permutePairing(same, 1000, 1, progress).p, 1.0);
        QCOMPARE(stats::permutePairing(same, 50, 1, progress).p, 1.0);
    }
    void numbersThatAreNoneAreRefused()
    {
        Progress progress;
        Eigen::Matrix2d measure = Eigen::Matrix2d::Zero();
        measure(0, 1) = std::nan("");
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::permutePairing(measure, 10, 1, progress));
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)stats::permutePairing(Eigen::MatrixXd::Ones(1, 1), 10, 1, progress));
    }
};

FUSIFORM_TEST(PairingPermutationTest)
#include "pairing_permutation_test.moc"

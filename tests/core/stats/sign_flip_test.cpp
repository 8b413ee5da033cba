// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sign_flip.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <array>
#include <cmath>

using namespace fusiform;

class SignFlipTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// All 64 choices by hand (Python's itertools): 8 lie at least as far from 0.
    void sixDifferencesAreCountedExactly()
    {
        const std::array differences = {0.4, -0.1, 0.3, 0.25, 0.0, 0.6};
        Progress progress;
        const auto found = stats::signFlip(differences, 1000, 1, progress);
        QVERIFY(found.isExact);
        QCOMPARE(found.orders, std::int64_t{64});
        QVERIFY(test::near(found.mean, 1.45 / 6, 1e-12));
        QVERIFY(test::near(found.p, 8.0 / 64, 1e-12));
    }
    /// Of n differences of one sign only the two choices of equal signs are as far: 2 / 2^n.
    void equalSignsHaveTheSmallestP()
    {
        const std::array differences = {1.0, 2.0, 0.5, 3.0, 1.5};
        Progress progress;
        QVERIFY(test::near(stats::signFlip(differences, 32, 1, progress).p, 2.0 / 32, 1e-12));
        const auto drawn = stats::signFlip(differences, 31, 1, progress);
        QVERIFY(!drawn.isExact);
        QCOMPARE(drawn.orders, std::int64_t{31});
        QVERIFY(drawn.p >= 1.0 / 32);
    }
    void noDifferenceIsNoEvidence()
    {
        const std::array same = {0.0, 0.0, 0.0};
        Progress progress;
        QCOMPARE(stats::signFlip(same, 100, 1, progress).p, 1.0);
    }
    void numbersThatAreNoneAreRefused()
    {
        const std::array broken = {0.1, std::nan("")};
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::signFlip(broken, 10, 1, progress));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::signFlip({}, 10, 1, progress));
    }
};

FUSIFORM_TEST(SignFlipTest)
#include "sign_flip_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/random.h"

#include "tests/support/test_main.h"

using namespace fusiform;

class RandomTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSeedFixesTheNumbersAndTheStreamSeparatesThem()
    {
        Random a(7);
        Random b(7);
        Random c(7, 1);
        bool isDifferent = false;
        for (int i = 0; i < 100; ++i) {
            const double x = a.normal();
            QCOMPARE(b.normal(), x);
            isDifferent |= c.normal() != x;
        }
        QVERIFY(isDifferent);
    }
    void momentsAreThoseOfTheDistributions()
    {
        Random random(1);
        constexpr int kCount = 200000;
        double sum = 0;
        double squares = 0;
        double uniform = 0;
        for (int i = 0; i < kCount; ++i) {
            const double x = random.normal();
            sum += x;
            squares += x * x;
            uniform += random.uniform();
        }
        // Five standard errors of each mean.
        QVERIFY(std::abs(sum / kCount) < 5 / std::sqrt(kCount));
        QVERIFY(std::abs(squares / kCount - 1) < 5 * std::sqrt(2.0 / kCount));
        QVERIFY(std::abs(uniform / kCount - 0.5) < 5 * std::sqrt(1.0 / 12 / kCount));
    }
    void belowStaysBelowAndReachesAll()
    {
        Random random(3);
        std::array<int, 7> counts = {};
        for (int i = 0; i < 7000; ++i)
            ++counts.at(random.below(7));
        for (const int count : counts)
            QVERIFY(count > 800 && count < 1200);
    }
};

FUSIFORM_TEST(RandomTest)
#include "random_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"
#include "core/stats/mann_whitney.h"
#include "core/stats/rank_correlation.h"

#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <array>
#include <vector>

using namespace fusiform;

/// Tests that look only at the order of numbers.
class RanksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Hollander & Wolfe (1973), table 4.1, permeability of membranes: W = 35 of 50, p = 0.1272
    /// (R).
    void twoGroupsAreToldApartAsInTheTextbook()
    {
        const std::array x = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
        const std::array y = {1.15, 0.88, 0.90, 0.74, 1.21};
        const stats::MannWhitney found = stats::mannWhitney(x, y);
        QVERIFY(found.isExact);
        QVERIFY(test::near(found.area, 0.7, 1e-12));
        QVERIFY(test::near(found.tails.atLeast, 382.0 / 3003, 1e-12)); // all choices counted
        QVERIFY(test::near(found.tails.more, 310.0 / 3003, 1e-12));
        const stats::MannWhitney other = stats::mannWhitney(y, x);
        QVERIFY(test::near(other.area, 0.3, 1e-12));
        QVERIFY(test::near(other.tails.atLeast, 1 - 310.0 / 3003, 1e-12));
    }
    /// All 35 choices by hand.
    void tiesCountHalf()
    {
        const std::array x = {3.0, 5.0, 5.0, 2.0};
        const std::array y = {1.0, 3.0, 5.0};
        const stats::MannWhitney found = stats::mannWhitney(x, y);
        QVERIFY(test::near(found.area, 7.5 / 12, 1e-12));
        QVERIFY(test::near(found.tails.atLeast, 13.0 / 35, 1e-12));
        QVERIFY(test::near(found.tails.more, 7.0 / 35, 1e-12));
        const stats::MannWhitney other = stats::mannWhitney(y, x);
        QVERIFY(test::near(other.tails.atLeast, 28.0 / 35, 1e-12));
        QVERIFY(test::near(other.tails.more, 22.0 / 35, 1e-12));
    }
    void manyScoresFollowTheNormalDistribution()
    {
        Random random(5);
        std::vector<double> x;
        std::vector<double> y;
        for (int i = 0; i < 50; ++i) {
            x.push_back(random.normal(0.3, 1));
            y.push_back(random.normal());
        }
        const stats::MannWhitney exact = stats::mannWhitney(x, y);
        QVERIFY(exact.isExact);
        // More than can be counted.
        for (int i = 0; i < 100; ++i) {
            x.push_back(random.normal(0.3, 1));
            y.push_back(random.normal());
        }
        const stats::MannWhitney normal = stats::mannWhitney(x, y);
        QVERIFY(!normal.isExact);
        // The variance of the area of 150 and 150: 301 / (12 * 22500).
        const double z = (normal.area - 0.5 - 0.5 / 22500) / std::sqrt(301.0 / (12 * 22500));
        QVERIFY(test::near(normal.tails.atLeast, 0.5 * std::erfc(z / std::sqrt(2)), 1e-9));
    }
    void nothingIsToldOfAnEmptyGroup()
    {
        const std::array x = {1.0, 2.0};
        QVERIFY(std::isnan(stats::mannWhitney(x, {}).area));
        QVERIFY(std::isnan(stats::mannWhitney({}, x).tails.atLeast));
        const std::array broken = {1.0, std::nan("")};
        QVERIFY(std::isnan(stats::mannWhitney(x, broken).area));
        const std::array same = {1.0, 1.0};
        QCOMPARE(stats::mannWhitney(same, same).area, 0.5);
        QCOMPARE(stats::mannWhitney(same, same).tails.atLeast, 1.0);
    }
    /// SciPy's example: spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).
    void ranksCorrelateAsInSciPy()
    {
        const std::array a = {1.0, 2.0, 3.0, 4.0, 5.0};
        const std::array b = {5.0, 6.0, 7.0, 8.0, 7.0};
        QVERIFY(test::near(stats::spearman(a, b), 0.8207826816681233, 1e-12));
        const std::vector<double> ranks = stats::midRanks(b);
        QCOMPARE(ranks, (std::vector<double>{1, 2, 3.5, 5, 3.5}));
        const std::array constant = {2.0, 2.0, 2.0, 2.0, 2.0};
        QVERIFY(std::isnan(stats::spearman(a, constant)));
        QVERIFY(std::isnan(stats::spearman(a, std::span(b).first(4))));
    }
    /// Six items of two groups: no draw lacks one, and each group's mean spreads by itself.
    void drawsWithinGroupsTakeAsManyOfEach()
    {
        const std::array sizes = {std::size_t{2}, std::size_t{4}};
        const std::array values = {0.0, 2.0, 10.0, 12.0, 14.0, 16.0};
        Progress progress;
        const auto gap = [&](std::span<const std::size_t> chosen) {
            double first = 0;
            double second = 0;
            int firsts = 0;
            for (const std::size_t item : chosen) {
                firsts += item < 2;
                (item < 2 ? first : second) += values[item];
            }
            return chosen.size() == 6 && firsts != 2 ? std::nan("") : second / 4 - first / 2;
        };
        const stats::Bootstrapped found
            = stats::bootstrapWithin(sizes, gap, {20'000, 0.95, 1}, progress);
        QVERIFY(test::near(found.estimate, 12, 1e-12));
        // Variance of the means: 1 / 2 and 5 / 4.
        QVERIFY(test::near(found.standardError, std::sqrt(1.75), 0.02));
    }
};

FUSIFORM_TEST(RanksTest)
#include "ranks_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/friedman.h"
#include "core/stats/post_hoc.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

Eigen::MatrixXd table(std::initializer_list<std::initializer_list<double>> rows)
{
    Eigen::MatrixXd values(static_cast<Eigen::Index>(rows.size()),
                           static_cast<Eigen::Index>(rows.begin()->size()));
    Eigen::Index r = 0;
    for (const auto& row : rows) {
        Eigen::Index c = 0;
        for (const double value : row)
            values(r, c++) = value;
        ++r;
    }
    return values;
}

} // namespace

/// Methods 5.4 and 5.5: the values that the paper prints.
class FriedmanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWidestSpreadOfThreeRegions()
    {
        const auto ranks = table({{3, 2, 1}, {3, 2, 1}, {3, 2, 1}, {3, 2, 1}});
        const stats::Friedman found = stats::friedman(ranks);
        QVERIFY(test::near(found.statistic, 8, 1e-12));
        QCOMPARE(found.df, 2);
        QVERIFY(test::near(found.p, 0.018316, 5e-7));
        QVERIFY(test::near(*found.exact, 0.004630, 5e-7));
        QVERIFY(test::near(found.kendallsW, 1, 1e-12));
        const stats::PostHoc pairs = stats::postHoc(found, 4);
        QVERIFY(test::near(pairs.criticalDifference, 1.657247, 5e-7));
        QCOMPARE(pairs.pairs.size(), 3);
        QVERIFY(test::near(pairs.pairs[1].tukey, 0.0130, 5e-5)); // first against third
        QVERIFY(test::near(pairs.pairs[0].tukey, 0.3335, 5e-5));
        QVERIFY(test::near(pairs.pairs[2].tukey, 0.3335, 5e-5));
        QVERIFY(test::near(pairs.pairs[1].bonferroni, 0.0140, 5e-5));
    }
    void anotherOrderInOneSubject()
    {
        const stats::Friedman found
            = stats::friedman(table({{3, 2, 1}, {3, 2, 1}, {3, 2, 1}, {3, 1, 2}}));
        QVERIFY(test::near(found.statistic, 6.5, 1e-12));
        QVERIFY(test::near(found.p, 0.038774, 5e-7));
        QVERIFY(test::near(*found.exact, 0.041667, 5e-7));
        const stats::PostHoc pairs = stats::postHoc(found, 4);
        QVERIFY(test::near(pairs.pairs[1].difference, 1.75, 1e-12));
        QVERIFY(test::near(pairs.pairs[1].tukey, 0.0356, 5e-5));
        QVERIFY(test::near(pairs.pairs[0].tukey, 0.1805, 5e-5));
        QVERIFY(test::near(pairs.pairs[2].tukey, 0.7593, 5e-5));
        QVERIFY(test::near(pairs.pairs[1].bonferroni, 0.0400, 5e-5));
    }
    void tiesMakeRanksVaryLess()
    {
        // Gender in the paper: 7.6 is 7.125 corrected by .9375.
        const stats::Friedman found
            = stats::friedman(table({{3, 2, 1}, {3, 2, 1}, {3, 2, 1}, {70, 70, 50}}));
        QVERIFY(test::near(found.statistic, 7.6, 1e-12));
        QVERIFY(test::near(found.p, 0.022371, 5e-7));
        QVERIFY(test::near(found.rankVariance, 0.9375, 1e-12));
        const stats::PostHoc pairs = stats::postHoc(found, 4);
        QVERIFY(test::near(pairs.criticalDifference, 1.604622, 5e-7));
        QVERIFY(test::near(pairs.pairs[1].tukey, 0.0170, 5e-5));
        QVERIFY(test::near(pairs.pairs[0].tukey, 0.5169, 5e-5));
        QVERIFY(test::near(pairs.pairs[2].tukey, 0.2276, 5e-5));
        QVERIFY(test::near(pairs.pairs[1].bonferroni, 0.0185, 5e-5));
    }
    void twoModelsInFourSubjects()
    {
        const stats::Friedman all = stats::friedman(table({{1, 2}, {1, 2}, {1, 2}, {1, 2}}));
        QVERIFY(test::near(all.statistic, 4, 1e-12));
        QVERIFY(test::near(all.p, 0.045500, 5e-7));
        QVERIFY(test::near(*all.exact, 0.125, 1e-12));
        const stats::Friedman tied = stats::friedman(table({{1, 2}, {1, 2}, {1, 2}, {1, 1}}));
        QVERIFY(test::near(tied.statistic, 3, 1e-12));
        QVERIFY(test::near(tied.p, 0.083265, 5e-7));
        QVERIFY(test::near(*tied.exact, 0.25, 1e-12));
    }
    /// SciPy's friedmanchisquare; every order counted one by one.
    void tiesOfAnyKind()
    {
        const auto values = table({{4.1, 3.2, 5.5, 1.0},
                                   {3.9, 3.9, 6.1, 2.2},
                                   {5.0, 4.4, 4.4, 4.4},
                                   {7.1, 2.0, 8.3, 1.5}});
        const stats::Friedman all = stats::friedman(table({{4.1, 3.2, 5.5, 1.0},
                                                           {3.9, 3.9, 6.1, 2.2},
                                                           {5.0, 4.4, 4.4, 4.4},
                                                           {7.1, 2.0, 8.3, 1.5},
                                                           {2.2, 2.1, 2.9, 3.0},
                                                           {6.0, 5.0, 4.0, 4.5}}));
        QVERIFY(test::near(all.statistic, 4.745454545454555, 1e-10));
        QVERIFY(test::near(all.p, 0.19141369309626818, 1e-10));

        const stats::Friedman found = stats::friedman(values);
        const Eigen::MatrixXd ranks = stats::ranksWithinRows(values);
        const auto spreadOf = [](const Eigen::MatrixXd& r) {
            return (r.colwise().sum().array() - r.sum() / 4).square().sum();
        };
        const double observed = spreadOf(ranks);
        long orders = 0;
        long atLeast = 0;
        std::array<std::array<int, 4>, 4> order = {};
        order.fill({0, 1, 2, 3});
        Eigen::MatrixXd moved = ranks;
        const std::function<void(std::size_t)> place = [&](std::size_t row) {
            if (row == 4) {
                ++orders;
                atLeast += spreadOf(moved) >= observed - 1e-9;
                return;
            }
            std::array<int, 4> one = {0, 1, 2, 3};
            do {
                for (std::size_t c = 0; c < 4; ++c)
                    moved(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(c))
                        = ranks(static_cast<Eigen::Index>(row), one[c]);
                place(row + 1);
            } while (std::ranges::next_permutation(one).found);
        };
        place(0);
        QCOMPARE(orders, 24L * 24 * 24 * 24);
        QVERIFY(test::near(*found.exact, static_cast<double>(atLeast) / static_cast<double>(orders),
                           1e-12));
    }
    /// SciPy's studentized_range with infinitely many degrees of freedom.
    void theStudentizedRange()
    {
        for (const auto& [q, k, p] : {std::tuple(3.314493, 3, 0.050000013903938045),
                                      std::tuple(4.0, 3, 0.012987661373194292),
                                      std::tuple(2.771808, 2, 0.04999997096367026),
                                      std::tuple(5.5, 4, 0.0005824878665817712),
                                      std::tuple(9.0, 5, 1.9651212879168156e-09)})
            QVERIFY2(test::near(stats::studentizedRangeTail(q, k) / p, 1, 1e-6),
                     QByteArray::number(stats::studentizedRangeTail(q, k), 'g', 12).constData());
        QVERIFY(test::near(stats::studentizedRangeQuantile(0.05, 3), 3.314493155398122, 1e-8));
        QVERIFY(test::near(stats::studentizedRangeQuantile(0.01, 4), 4.402800861448699, 1e-8));
        // Of two means it is a normal difference.
        QVERIFY(test::near(stats::studentizedRangeTail(1.959963984540054 * std::sqrt(2.0), 2), 0.05,
                           1e-12));
    }
    void whatCannotBeTestedIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::friedman(table({{1, 2, 3}})));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::friedman(table({{1}, {2}})));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::friedman(table({{1, 2}, {std::nan(""), 2}})));
        QVERIFY(std::isnan(stats::friedman(table({{1, 1}, {2, 2}})).statistic));
    }
};

FUSIFORM_TEST(FriedmanTest)
#include "friedman_test.moc"

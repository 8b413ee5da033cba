// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"
#include "core/stats/label_permutation.h"
#include "core/stats/rank_sum_null.h"
#include "core/stats/top_k.h"

#include "core/scores/recognition.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <numeric>

using namespace fusiform;

class ResamplingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// SciPy's BCa interval of the same numbers, 200,000 draws: 4.12 to 7.955.
    void theMeansIntervalIsThatOfOthers()
    {
        const std::array values = {4.1, 5.3, 2.2, 8.9, 3.7, 12.4, 4.4, 6.1, 5.0, 2.9};
        Progress progress;
        const stats::Bootstrapped found
            = stats::bootstrapMean(values, {100'000, 0.95, 1}, progress);
        QVERIFY(test::near(found.estimate, 5.5, 1e-12));
        QVERIFY(test::near(found.interval.low, 4.12, 0.03));
        QVERIFY(test::near(found.interval.high, 7.955, 0.05));
        QVERIFY(test::near(found.standardError, 0.9163, 0.01));
        const stats::Bootstrapped again
            = stats::bootstrapMean(values, {100'000, 0.95, 1}, progress);
        QVERIFY(found.interval == again.interval);
    }
    void intervalsHoldTheirLevel()
    {
        Random random(4);
        Progress progress;
        int held = 0;
        constexpr int kStudies = 400;
        for (int study = 0; study < kStudies; ++study) {
            std::array<double, 30> values = {};
            for (double& value : values)
                value = -std::log(1 - random.uniform()); // skewed, mean 1
            const auto found = stats::bootstrapMean(
                values, {1000, 0.9, static_cast<std::uint64_t>(study)}, progress);
            held += found.interval.low <= 1 && 1 <= found.interval.high;
        }
        // A sample of 30 of a skewed distribution: a little below the level.
        QVERIFY2(held > 0.83 * kStudies && held < 0.95 * kStudies,
                 QByteArray::number(held).constData());
    }
    void whatDoesNotVaryHasNoWidth()
    {
        Progress progress;
        const std::array same = {2.0, 2.0, 2.0};
        const stats::Bootstrapped found = stats::bootstrapMean(same, {}, progress);
        QCOMPARE(found.interval.low, 2.0);
        QCOMPARE(found.interval.high, 2.0);
        const std::array one = {2.0};
        QVERIFY(std::isnan(stats::bootstrapMean(one, {}, progress).interval.low));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::bootstrapMean({}, {}, progress));
    }
    /// Every order of five faces against the score itself, counted anew.
    void everyOrderOfAFewFaces()
    {
        Random random(8);
        Eigen::MatrixXd similarity(5, 5);
        for (double& value : similarity.reshaped())
            value = std::round(4 * random.normal()) / 4; // with ties
        similarity.diagonal().array() += 0.5;
        Progress progress;
        const stats::LabelPermutation found = stats::permuteLabels(similarity, 1000, 1, progress);
        QVERIFY(found.isExact);
        QCOMPARE(found.orders, 120);
        QVERIFY(test::near(found.score, scores::pairwise(similarity), 1e-12));
        std::array<int, 5> order = {0, 1, 2, 3, 4};
        int atLeast = 0;
        int more = 0;
        double sum = 0;
        do {
            Eigen::MatrixXd moved(5, 5);
            for (int g = 0; g < 5; ++g)
                moved.col(g) = similarity.col(order[static_cast<std::size_t>(g)]);
            const double score = scores::pairwise(moved);
            atLeast += score >= found.score - 1e-12;
            more += score > found.score + 1e-12;
            sum += score;
        } while (std::ranges::next_permutation(order).found);
        QVERIFY(test::near(found.p, atLeast / 120.0, 1e-12));
        QVERIFY(test::near(found.strict, more / 120.0, 1e-12));
        QVERIFY(test::near(found.chance, sum / 120, 1e-12));
    }
    void drawnOrdersComeNearTheExactNullOfIndependentRows()
    {
        Random random(2);
        Eigen::MatrixXd similarity(20, 20);
        for (double& value : similarity.reshaped())
            value = random.normal();
        similarity.diagonal().array() += 0.55;
        Progress progress;
        const stats::LabelPermutation found
            = stats::permuteLabels(similarity, 100'000, 3, progress);
        QVERIFY(!found.isExact);
        QVERIFY(test::near(found.chance, 0.5, 0.001));
        const double exact = stats::RankSumNull(20, 19).tails(found.score * 380).atLeast;
        QVERIFY2(test::near(found.p / exact, 1, 0.25),
                 qPrintable(QString("%1 %2").arg(found.p).arg(exact)));
    }
    void aFaceThatAllResembleMisleadsOnlyTheOtherTest()
    {
        // All decoded faces are alike: nothing is recognised, and no order is better than another.
        const Eigen::MatrixXd similarity = Eigen::RowVectorXd::LinSpaced(6, 0, 1).replicate(6, 1);
        Progress progress;
        const stats::LabelPermutation found = stats::permuteLabels(similarity, 1000, 1, progress);
        QCOMPARE(found.p, 1.0);
        QCOMPARE(found.strict, 0.0);
        QVERIFY(test::near(found.score, 0.5, 1e-12));
    }
    void topOfManyIsCounted()
    {
        // 2 of 6 distractors beat the target; all 20 draws of 3.
        int top1 = 0;
        int top2 = 0;
        for (int a = 0; a < 6; ++a)
            for (int b = a + 1; b < 6; ++b)
                for (int c = b + 1; c < 6; ++c) {
                    const int beat = (a < 2) + (b < 2) + (c < 2);
                    top1 += beat < 1;
                    top2 += beat < 2;
                }
        QVERIFY(test::near(stats::topK(2, 6, 4, 1), top1 / 20.0, 1e-12));
        QVERIFY(test::near(stats::topK(2, 6, 4, 2), top2 / 20.0, 1e-12));
        QCOMPARE(stats::topK(2, 6, 4, 3), 1.0);
        QCOMPARE(stats::topK(0, 6, 7, 1), 1.0);
        QCOMPARE(stats::topK(6, 6, 2, 1), 0.0);
        QVERIFY(test::near(stats::topK(6, 19, 5, 2), 0.6271929824561404, 1e-12)); // SciPy
        const std::array beating = {2L, 0L};
        QVERIFY(test::near(stats::meanTopK(beating, 6, 4, 1), (top1 / 20.0 + 1) / 2, 1e-12));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::topK(7, 6, 4, 1));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::topK(2, 6, 8, 1));
    }
};

FUSIFORM_TEST(ResamplingTest)
#include "resampling_test.moc"

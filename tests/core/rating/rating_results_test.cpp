// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_results.h"

#include "tests/core/rating/rated.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::rating;
using test::near;

namespace {

/// Choices of the first model among all ratings of a plan by 15 raters: the first `chosen` of them.
RatingRecord recordOf(int subjects, int faces, long chosen)
{
    RatingRecord record;
    record.plan = test::planOf(subjects, faces);
    const Plan& plan = record.plan.plan;
    for (int rater = 0; rater < 15; ++rater)
        for (std::size_t p = 0; p < plan.pairs.size(); ++p) {
            const Order order = (static_cast<std::size_t>(rater) + p) % 2 == 0 ? Order::FirstLeft
                                                                               : Order::SecondLeft;
            const bool isFirst = static_cast<long>(record.lines.size()) < chosen;
            record.lines.push_back(test::ratingOf(
                plan, {p, order}, "R" + std::to_string(10 + rater), isFirst ? 0 : 1));
        }
    return record;
}

Preference preferenceIn(const RatingRecord& record)
{
    Progress progress;
    return preferenceOf(record, {0.95, 2000, 1}, progress);
}

} // namespace

class RatingResultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Paper, "Perceptual ratings": 76.1 % of 1200 is 913. Tails by sums of whole numbers, the
    /// interval by halving on the binomial sum: both in Python, apart from this program.
    void thePapersCountGivesThePapersP()
    {
        const Preference found = preferenceIn(recordOf(4, 20, 913));
        QCOMPARE(found.all.chosen, 913L);
        QCOMPARE(found.all.of, 1200L);
        QVERIFY(near(found.all.test.share, 0.7608333333, 1e-9));
        QVERIFY(near(found.all.test.tails.atLeast / 1.1324801323109278e-76, 1, 1e-6));
        QVERIFY(near(found.all.test.tails.more / 3.548645075436037e-77, 1, 1e-6));
        QVERIFY(near(found.all.test.twoSided / 2.2649602646218556e-76, 1, 1e-6));
        QVERIFY(near(found.all.test.interval.low, 0.735659228128, 1e-9));
        QVERIFY(near(found.all.test.interval.high, 0.784722222222, 1e-9));
        QVERIFY(found.isComplete());
        QCOMPARE(found.subjects.size(), std::size_t{4});
        QCOMPARE(found.faces.size(), std::size_t{20}); // over subjects
        QCOMPARE(found.faces[0].of, 60L);
        QCOMPARE(found.pairs.size(), std::size_t{80});
        QCOMPARE(found.pairs[0].of, 15L);
        QCOMPARE(found.raters.size(), std::size_t{15});
        // The first 11 raters chose nothing else, the last 3 never: the raters differ so much that
        // drawing them gives a far wider interval than taking ratings for independent.
        QVERIFY(found.overRaters.interval.low < found.all.test.interval.low - 0.1);
        QVERIFY(near(found.overRaters.estimate, found.all.test.share, 1e-12));
        // Every face was chosen about as often: drawing faces gives a narrow one.
        QVERIFY(found.overFaces.interval.low > found.all.test.interval.low);
    }
    /// Two raters, three faces, by hand.
    void countsAreThoseByHand()
    {
        RatingRecord record;
        record.plan = test::planOf(1, 3);
        const Plan& plan = record.plan.plan;
        const auto add = [&](std::size_t pair, Order order, const char* rater, std::size_t model,
                             double seconds) {
            record.lines.push_back(test::ratingOf(plan, {pair, order}, rater, model));
            record.lines.back().seconds = seconds;
        };
        add(0, Order::FirstLeft, "A", 0, 1); // left
        add(1, Order::FirstLeft, "A", 0, 2); // left
        add(2, Order::SecondLeft, "A", 1, 4); // left
        add(0, Order::SecondLeft, "B", 0, 0.2); // right, too fast
        add(1, Order::SecondLeft, "B", 1, 3); // left
        Rating practice = record.lines[0];
        practice.kind = RatingKind::Practice;
        practice.left = practice.chosen = kOwnFace;
        practice.right = kAnotherFace;
        record.lines.push_back(practice);
        const Preference found = preferenceIn(record);
        QCOMPARE(found.all.chosen, 3L);
        QCOMPARE(found.all.of, 5L);
        QVERIFY(near(found.all.test.tails.atLeast, 16.0 / 32, 1e-12)); // 10 + 5 + 1 of 32
        QCOMPARE(found.left.chosen, 4L);
        QVERIFY(near(found.left.test.twoSided, 12.0 / 32, 1e-12)); // 0, 1, 4, 5 of 5
        QCOMPARE(found.unhurried.chosen, 2L);
        QCOMPARE(found.unhurried.of, 4L);
        QCOMPARE(found.orders[0].chosen, 2L);
        QCOMPARE(found.orders[0].of, 2L);
        QCOMPARE(found.orders[1].chosen, 1L);
        QCOMPARE(found.orders[1].of, 3L);
        QCOMPARE(found.faces[0].chosen, 2L);
        QCOMPARE(found.faces[2].of, 1L);
        QCOMPARE(found.raters[0].choices.name, std::string("A"));
        QCOMPARE(found.raters[0].left, 3L);
        QCOMPARE(found.raters[0].medianSeconds, 2.0);
        QCOMPARE(found.raters[0].practised, 1L);
        QCOMPARE(found.raters[0].practisedRight, 1L);
        QCOMPARE(found.raters[1].fast, 1L);
        QCOMPARE(found.raters[1].medianSeconds, 1.6);
        QVERIFY(!found.isComplete());
        QCOMPARE(found.standing.lacking, 13L + 13 + 14);
        QCOMPARE(found.standing.sittingsNeeded, 14);
    }
    void withoutRatingsNothingIsMadeUp()
    {
        RatingRecord record;
        record.plan = test::planOf(1, 2);
        const Preference found = preferenceIn(record);
        QCOMPARE(found.all.of, 0L);
        QVERIFY(std::isnan(found.all.test.share));
        QVERIFY(std::isnan(found.overRaters.interval.low));
        QVERIFY(found.raters.empty());
        QVERIFY(!found.isComplete());
    }
    /// Three ratings, all of the second model: an interval of "0 to 0" would claim to know.
    void fewOrUnanimousRatingsHaveNoInterval()
    {
        RatingRecord record;
        record.plan = test::planOf(1, 3);
        for (const char* const rater : {"A", "B", "C", "D"}) {
            for (std::size_t p = 0; p < 3; ++p)
                record.lines.push_back(
                    test::ratingOf(record.plan.plan, {p, Order::FirstLeft}, rater, 1));
            const Preference found = preferenceIn(record);
            QVERIFY(std::isnan(found.overRaters.interval.low));
            QVERIFY(std::isnan(found.overFaces.interval.high));
            QVERIFY(found.all.test.interval.high > 0.2); // the exact one knows how few there are
        }
        record.lines.front().chosen = record.plan.plan.models[0];
        const Preference found = preferenceIn(record);
        QVERIFY(found.overRaters.interval.high > 0);
        record.lines.resize(9);
        QVERIFY(std::isnan(preferenceIn(record).overRaters.interval.high));
    }
    void theSameRatingsGiveTheSameNumbers()
    {
        const Preference one = preferenceIn(recordOf(1, 6, 50));
        const Preference other = preferenceIn(recordOf(1, 6, 50));
        QCOMPARE(one.overRaters.interval, other.overRaters.interval);
        QCOMPARE(one.overFaces.interval, other.overFaces.interval);
    }
};

FUSIFORM_TEST(RatingResultsTest)
#include "rating_results_test.moc"

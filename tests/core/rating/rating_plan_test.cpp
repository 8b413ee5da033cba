// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_plan.h"

#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/core/rating/rated.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <map>
#include <set>

using namespace fusiform;
using namespace fusiform::rating;

namespace {

/// Raters who come one after the other; some leave half way, and come back when all were there.
struct Crowd {
    Plan plan;
    std::vector<Rating> ratings;
    std::map<std::string, long> leanings; ///< first model left less right, by rater

    void sit(const std::string& rater, std::size_t most)
    {
        const std::vector<Trial> trials = trialsFor(plan, ratings, rater);
        for (std::size_t t = 0; t < std::min(most, trials.size()); ++t) {
            ratings.push_back(test::ratingOf(plan, trials[t], rater, 0));
            leanings[rater] += trials[t].order == Order::FirstLeft ? 1 : -1;
        }
    }
    [[nodiscard]] bool hasAnyRaterAPairTwice() const
    {
        std::set<std::pair<std::string, Pair>> seen;
        return !std::ranges::all_of(
            ratings, [&](const Rating& one) { return seen.emplace(one.rater, one.pair).second; });
    }
};

std::string raterNumber(int number) { return "R" + std::to_string(number); }

bool isRefusedPlan(Plan plan)
{
    try {
        checkPlan(plan);
        return false;
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Usage;
    }
}

} // namespace

class RatingPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The paper's: 4 subjects, 20 faces, 15 ratings: 1200 comparisons.
    void fifteenRatersMeetThePapersQuotasExactly()
    {
        Crowd crowd{test::planOf(4, 20).plan, {}, {}};
        QCOMPARE(standingOf(crowd.plan, {}).lacking, 1200L);
        QCOMPARE(standingOf(crowd.plan, {}).sittingsNeeded, 15);
        for (int r = 1; r <= 15; ++r) {
            QVERIFY(!standingOf(crowd.plan, crowd.ratings).isComplete());
            crowd.sit(raterNumber(r), 1000);
            QVERIFY(std::abs(crowd.leanings[raterNumber(r)]) <= 1 || r % 2 == 0);
        }
        QCOMPARE(crowd.ratings.size(), std::size_t{1200});
        QVERIFY(!crowd.hasAnyRaterAPairTwice());
        const Standing standing = standingOf(crowd.plan, crowd.ratings);
        QVERIFY(standing.isComplete());
        QCOMPARE(standing.raters, 15);
        for (const PairStanding& pair : standing.pairs) {
            QCOMPARE(pair.ratings, 15);
            QCOMPARE(std::abs(pair.byOrder[0] - pair.byOrder[1]), 1); // 7 and 8: at least 5
        }
        for (const auto& [rater, leaning] : crowd.leanings)
            QVERIFY(std::abs(leaning) <= 1); // each side as often, of 80
        QVERIFY(trialsFor(crowd.plan, crowd.ratings, "R99").empty());
    }
    void ratersWhoLeaveAndComeBackDoNotHarmTheBalance()
    {
        Crowd crowd{test::planOf(1, 12, {6, 4, 3}).plan, {}, {}};
        Random random(3);
        for (int r = 1; r <= 9; ++r)
            crowd.sit(raterNumber(r), random.below(13));
        for (int r = 1; r <= 9; ++r)
            crowd.sit(raterNumber(r), 1000);
        for (int r = 10; r <= 15; ++r)
            crowd.sit(raterNumber(r), 1000);
        QVERIFY(!crowd.hasAnyRaterAPairTwice());
        const Standing standing = standingOf(crowd.plan, crowd.ratings);
        QVERIFY(standing.isComplete());
        for (const PairStanding& pair : standing.pairs) {
            QCOMPARE(pair.ratings, 6); // none too many
            QCOMPARE(pair.byOrder[0], 3);
            QCOMPARE(pair.byOrder[1], 3);
        }
    }
    void quotasOfOrdersAndRatersAskForMoreRatings()
    {
        const Plan orders = test::planOf(1, 1, {4, 1, 5}).plan;
        QCOMPARE(standingOf(orders, {}).lacking, 10L);
        const Plan raters = test::planOf(1, 1, {4, 6, 1}).plan;
        QCOMPARE(standingOf(raters, {}).lacking, 6L);
        // Four ratings, all with the same model on the left: two more are asked for the other.
        const Plan plan = test::planOf(1, 1, {4, 4, 2}).plan;
        std::vector<Rating> ratings;
        for (int r = 1; r <= 4; ++r)
            ratings.push_back(test::ratingOf(plan, {0, Order::FirstLeft}, raterNumber(r), 0));
        QCOMPARE(standingOf(plan, ratings).lacking, 2L);
        const std::vector<Trial> next = trialsFor(plan, ratings, "R9");
        QCOMPARE(next.size(), std::size_t{1});
        QCOMPARE(next.front().order, Order::SecondLeft);
    }
    void pairsThatLackMostComeFirst()
    {
        const Plan plan = test::planOf(1, 6).plan;
        std::vector<Rating> ratings;
        for (std::size_t p : {0, 2, 3, 5})
            ratings.push_back(test::ratingOf(plan, {p, Order::FirstLeft}, "R1", 0));
        const std::vector<Trial> trials = trialsFor(plan, ratings, "R2");
        QCOMPARE(trials.size(), std::size_t{6});
        QCOMPARE((std::set{trials[0].pair, trials[1].pair}), (std::set<std::size_t>{1, 4}));
        for (std::size_t t = 2; t < 6; ++t)
            QCOMPARE(trials[t].order, Order::SecondLeft);
    }
    void theSameRatingsGiveTheSameListAndOthersAnother()
    {
        Plan plan = test::planOf(2, 20).plan;
        const std::vector<Trial> list = trialsFor(plan, {}, "R1");
        QVERIFY(list == trialsFor(plan, {}, "R1"));
        QVERIFY(list != trialsFor(plan, {}, "R2"));
        plan.seed = 2;
        QVERIFY(list != trialsFor(plan, {}, "R1"));
    }
    /// A rater who always sees one model on one side for a while would learn where to look.
    void sidesChangeWithoutAPattern()
    {
        const Plan plan = test::planOf(4, 20).plan;
        const std::vector<Trial> list = trialsFor(plan, {}, "R1");
        int changes = 0;
        int subjectChanges = 0;
        for (std::size_t t = 1; t < list.size(); ++t) {
            changes += list[t].order != list[t - 1].order;
            subjectChanges
                += plan.pairs[list[t].pair].subject != plan.pairs[list[t - 1].pair].subject;
        }
        // Of 79 steps; by chance 40 and 60, with standard deviations of 4.4 and 3.9.
        QVERIFY2(changes >= 27 && changes <= 53, std::to_string(changes).c_str());
        QVERIFY2(subjectChanges >= 48 && subjectChanges <= 72,
                 std::to_string(subjectChanges).c_str());
    }
    void whatIsTakenBackOrPractisedDoesNotCount()
    {
        const Plan plan = test::planOf(1, 2).plan;
        Rating first = test::ratingOf(plan, {0, Order::FirstLeft}, "R1", 0);
        Rating back = first;
        back.kind = RatingKind::TakenBack;
        Rating again = test::ratingOf(plan, {0, Order::FirstLeft}, "R1", 1);
        Rating practice = first;
        practice.kind = RatingKind::Practice;
        const std::vector<Rating> lines = {practice, first, back, again};
        QCOMPARE(countedOf(lines), std::vector<Rating>{again});
        // Shown twice by two programs: the first choice counts.
        const std::vector<Rating> twice = {first, again};
        QCOMPARE(countedOf(twice), std::vector<Rating>{first});
        // Of another rater nothing is taken back.
        back.rater = "R2";
        const std::vector<Rating> others = {first, back};
        QCOMPARE(countedOf(others), std::vector<Rating>{first});
    }
    void plansThatCannotBeAreRefused()
    {
        const Plan good = test::planOf(1, 2).plan;
        checkPlan(good);
        Plan plan = good;
        plan.models[1] = plan.models[0];
        QVERIFY(isRefusedPlan(plan));
        plan = good;
        plan.pairs.clear();
        QVERIFY(isRefusedPlan(plan));
        plan = good;
        plan.pairs.push_back(plan.pairs.front());
        QVERIFY(isRefusedPlan(plan));
        plan = good;
        plan.pairs.front().face = "a\tb";
        QVERIFY(isRefusedPlan(plan));
        plan = good;
        plan.quotas.eachOrder = 0;
        QVERIFY(isRefusedPlan(plan));
    }
};

FUSIFORM_TEST(RatingPlanTest)
#include "rating_plan_test.moc"

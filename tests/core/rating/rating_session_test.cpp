// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_session.h"

#include "tests/core/rating/rated.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::rating;

namespace {

std::vector<Rating> countedIn(const std::filesystem::path& folder)
{
    return countedOf(readRatingFolder(folder).lines);
}

} // namespace

class RatingSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRaterGoesOnWhereTheyStopped()
    {
        const test::TemporaryFolder place;
        writeRatingFolder(place.path(), test::planOf(1, 5));
        std::vector<std::size_t> shown;
        {
            RatingSession session(place.path(), "R1");
            QVERIFY(!session.isResumed());
            QCOMPARE(session.total(), std::size_t{5});
            QVERIFY(session.following());
            for (int t = 0; t < 2; ++t) {
                shown.push_back(session.current()->pair);
                session.choose(Side::Left, 1);
                QCOMPARE(countedIn(place.path()).size(), shown.size()); // on the disk at once
            }
        }
        RatingSession session(place.path(), "R1");
        QVERIFY(session.isResumed());
        QCOMPARE(session.done(), std::size_t{2});
        QCOMPARE(session.total(), std::size_t{5});
        QVERIFY(!session.canTakeBack());
        while (session.current()) {
            shown.push_back(session.current()->pair);
            session.choose(Side::Right, 1);
        }
        QCOMPARE(session.done(), std::size_t{5});
        std::ranges::sort(shown);
        QCOMPARE(shown, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
        QCOMPARE(countedIn(place.path()).back().trial, 5L);
    }
    void theLastChoiceIsTakenBackOnce()
    {
        const test::TemporaryFolder place;
        writeRatingFolder(place.path(), test::planOf(1, 3));
        RatingSession session(place.path(), "R1");
        session.choose(Side::Left, 1);
        session.choose(Side::Left, 1);
        const Trial next = *session.current();
        session.takeBack();
        QVERIFY(!session.canTakeBack());
        session.takeBack(); // nothing
        QCOMPARE(session.done(), std::size_t{1});
        QCOMPARE(countedIn(place.path()).size(), std::size_t{1});
        session.choose(Side::Right, 1);
        QCOMPARE(*session.current(), next);
        const std::vector<Rating> counted = countedIn(place.path());
        QCOMPARE(counted.size(), std::size_t{2});
        QCOMPARE(counted[1].side(), Side::Right);
        QCOMPARE(readRatingFolder(place.path()).lines.size(), std::size_t{4}); // nothing is erased
    }
    void theModelOnTheChosenSideIsKept()
    {
        const test::TemporaryFolder place;
        const Plan plan = test::planOf(1, 4).plan;
        writeRatingFolder(place.path(), test::planOf(1, 4));
        RatingSession session(place.path(), "R1");
        while (const Trial* const trial = session.current()) {
            const Trial shown = *trial;
            session.choose(Side::Right, 0.2);
            const Rating kept = countedIn(place.path()).back();
            QCOMPARE(kept.pair, plan.pairs[shown.pair]);
            QCOMPARE(kept.chosen, shown.order == Order::FirstLeft ? "pca" : "gan");
            QCOMPARE(kept.left, shown.order == Order::FirstLeft ? "gan" : "pca");
            QVERIFY(kept.isFast());
        }
    }
    void practiceIsKeptApart()
    {
        const test::TemporaryFolder place;
        writeRatingFolder(place.path(), test::planOf(1, 4));
        RatingSession session(place.path(), "R1");
        session.practise({"sub-01", "f02"}, Side::Right, Side::Right, 2);
        session.practise({"sub-01", "f03"}, Side::Right, Side::Left, 2);
        QCOMPARE(session.done(), std::size_t{0});
        const std::vector<Rating> lines = readRatingFolder(place.path()).lines;
        QCOMPARE(lines[0].chosen, std::string(kOwnFace));
        QCOMPARE(lines[1].chosen, std::string(kAnotherFace));
        QCOMPARE(lines[1].trial, 2L);
        QVERIFY(countedOf(lines).empty());
    }
};

FUSIFORM_TEST(RatingSessionTest)
#include "rating_session_test.moc"

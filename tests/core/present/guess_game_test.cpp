// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/guess_game.h"

#include "tests/support/test_main.h"

#include <set>

using namespace fusiform::present;

namespace {

/// Every face is most like itself, but face 2, which is taken for face 5.
Eigen::MatrixXd similarities()
{
    Eigen::MatrixXd similarity = Eigen::MatrixXd::Constant(10, 10, 0.1);
    similarity.diagonal().setConstant(0.5);
    similarity(2, 5) = 0.9;
    return similarity;
}

} // namespace

class GuessGameTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fourDifferentFacesWithItsOwnAmongThem()
    {
        std::set<std::size_t> places;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const auto round = guessRound(similarities(), 7, seed);
            QVERIFY(round);
            QCOMPARE(std::set<int>(round->choices.begin(), round->choices.end()).size(), 4U);
            QCOMPARE(round->choices[round->answer], 7);
            QCOMPARE(round->decoder, round->answer);
            for (const int choice : round->choices)
                QVERIFY(choice >= 0 && choice < 10);
            places.insert(round->answer);
        }
        QCOMPARE(places.size(), 4U); // nobody learns where it stands
    }
    void theDecoderTakesTheMostSimilar()
    {
        int wrong = 0;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const auto round = guessRound(similarities(), 2, seed);
            const bool isFiveThere = std::ranges::count(round->choices, 5) > 0;
            QCOMPARE(round->decoder == round->answer, !isFiveThere);
            wrong += isFiveThere ? 1 : 0;
        }
        // Three of nine others are drawn: a third of the rounds, 5 sd either way.
        QVERIFY(wrong > 200 / 3 - 34 && wrong < 200 / 3 + 34);
    }
    void theSameSeedGivesTheSameRound()
    {
        const auto one = guessRound(similarities(), 4, 11);
        const auto two = guessRound(similarities(), 4, 11);
        QVERIFY(one->choices == two->choices);
    }
    void tooFewFacesGiveNone()
    {
        QVERIFY(!guessRound(Eigen::MatrixXd::Identity(3, 3), 0, 1));
        QVERIFY(!guessRound(similarities(), 10, 1));
        QVERIFY(!guessRound(similarities(), -1, 1));
        QVERIFY(guessRound(Eigen::MatrixXd::Identity(4, 4), 3, 1));
    }
    void theScoreCountsBoth()
    {
        const auto round = guessRound(similarities(), 1, 3);
        GuessScore score;
        score = withRound(score, *round, round->answer);
        score = withRound(score, *round, (round->answer + 1) % 4);
        QCOMPARE(score.rounds, 2);
        QCOMPARE(score.audience, 1);
        QCOMPARE(score.decoder, 2);
    }
};

FUSIFORM_TEST(GuessGameTest)
#include "guess_game_test.moc"

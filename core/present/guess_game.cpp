// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/guess_game.h"

#include "core/util/random.h"

#include <algorithm>
#include <numeric>

namespace fusiform::present {

std::optional<GuessRound> guessRound(const Eigen::MatrixXd& similarity, int face,
                                     std::uint64_t seed)
{
    const auto faces = static_cast<int>(similarity.cols());
    if (faces < static_cast<int>(GuessRound::kChoices) || face < 0 || face >= similarity.rows()
        || face >= faces)
        return std::nullopt;
    Random random(seed + static_cast<std::uint64_t>(face));
    std::vector<int> others(static_cast<std::size_t>(faces));
    std::iota(others.begin(), others.end(), 0);
    std::erase(others, face);
    const auto swapIn = [&](auto& list, std::size_t place) {
        std::swap(list[place], list[place + random.below(list.size() - place)]);
    };
    GuessRound round;
    round.face = face;
    round.choices[0] = face;
    for (std::size_t other = 0; other + 1 < GuessRound::kChoices; ++other) {
        swapIn(others, other);
        round.choices[other + 1] = others[other];
    }
    for (std::size_t place = 0; place + 1 < GuessRound::kChoices; ++place)
        swapIn(round.choices, place);
    round.answer
        = static_cast<std::size_t>(std::ranges::find(round.choices, face) - round.choices.begin());
    const auto similar = [&](int other) { return similarity(face, other); };
    round.decoder = static_cast<std::size_t>(std::ranges::max_element(round.choices, {}, similar)
                                             - round.choices.begin());
    return round;
}

GuessScore withRound(GuessScore score, const GuessRound& round, std::size_t said)
{
    ++score.rounds;
    score.audience += said == round.answer ? 1 : 0;
    score.decoder += round.decoder == round.answer ? 1 : 0;
    return score;
}

} // namespace fusiform::present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <array>
#include <optional>
#include <vector>

namespace fusiform::present {

/// One round of "guess who": a reconstruction is shown with four originals, one of them its own.
struct GuessRound {
    static constexpr std::size_t kChoices = 4;
    int face = 0; ///< whose reconstruction is shown; a position among the faces
    std::array<int, kChoices> choices = {}; ///< positions, in the order they are shown
    std::size_t answer = 0; ///< place of `face` among the choices
    std::size_t decoder = 0; ///< place that the decoder takes: the most similar code
};

/// Draws three other faces and an order. The same face, seed and number of faces give the same
/// round.
/// @param similarity faces x faces: r of decoded code f with true code g, finite
/// @return none if there are fewer than four faces, or the face is not one of them
[[nodiscard]] std::optional<GuessRound> guessRound(const Eigen::MatrixXd& similarity, int face,
                                                   std::uint64_t seed);

/// What the audience and the decoder got right so far.
struct GuessScore {
    int rounds = 0;
    int audience = 0;
    int decoder = 0;
};
/// @param said place that the audience chose @throws nothing
[[nodiscard]] GuessScore withRound(GuessScore score, const GuessRound& round, std::size_t said);

} // namespace fusiform::present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace fusiform::rating {

/// What every pair needs. The paper's (Perceptual ratings): each pair compared 15 times, by at
/// least 10 observers, with at least 5 of them for either assignment of models to sides.
struct Quotas {
    int ratings = 15;
    int raters = 10;
    int eachOrder = 5;
    friend bool operator==(const Quotas&, const Quotas&) = default;
};

/// What is compared, and how often.
struct Plan {
    std::array<std::string, 2> models; ///< names of two face models
    std::vector<Pair> pairs;
    Quotas quotas;
    std::uint64_t seed = 1; ///< of the order of trials
};
/// @throws Error{Usage} without pairs, with a pair or model twice, or a quota below 1
void checkPlan(const Plan& plan);

/// Which of the plan's models is on the left.
enum class Order { FirstLeft, SecondLeft };

/// What a rater is shown.
struct Trial {
    std::size_t pair = 0; ///< position in the plan
    Order order = Order::FirstLeft;

    /// Position in Plan::models of what is on that side.
    [[nodiscard]] std::size_t modelAt(Side side) const
    {
        return (side == Side::Left) == (order == Order::FirstLeft) ? 0 : 1;
    }
    friend bool operator==(const Trial&, const Trial&) = default;
};

/// The ratings that count: no practice, nothing taken back, and of a rater who was shown a pair
/// twice the first choice.
[[nodiscard]] std::vector<Rating> countedOf(std::span<const Rating> lines);
[[nodiscard]] Order orderOf(const Plan& plan, const Rating& rating);

/// How far one pair is.
struct PairStanding {
    int ratings = 0; ///< each by another rater
    std::array<int, 2> byOrder = {}; ///< by Order
    int lacking = 0; ///< the fewest ratings that meet all quotas of this pair
};

/// How far all are.
struct Standing {
    std::vector<PairStanding> pairs; ///< as in the plan
    long ratings = 0;
    long lacking = 0; ///< over all pairs
    int raters = 0; ///< who gave at least one rating that counts
    int sittingsNeeded = 0; ///< at least so many raters have to rate every pair that still lacks
                            ///< ratings, those who have not finished among them

    [[nodiscard]] bool isComplete() const { return lacking == 0; }
};
/// @param counted as countedOf() gives them
[[nodiscard]] Standing standingOf(const Plan& plan, std::span<const Rating> counted);

/// What a rater still has to be shown: every pair that lacks ratings and that they have not rated,
/// those that lack most first, otherwise in an order drawn for this rater. Each pair gets the order
/// of sides it has less of; where it has as many of both, sides are drawn such that the rater sees
/// each model about as often on either side. The same ratings give the same list.
[[nodiscard]] std::vector<Trial> trialsFor(const Plan& plan, std::span<const Rating> counted,
                                           const std::string& rater);

} // namespace fusiform::rating

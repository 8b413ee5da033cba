// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

#include <cstdint>

namespace fusiform::stats {

struct PairingPermutation {
    double score = 0; ///< mean of the diagonal
    double p = 1; ///< (1 + orders with at least this score) / (1 + orders), or the exact share
    double chance = 0; ///< mean over all pairings: of all entries
    std::int64_t orders = 0; ///< that were looked at
    bool isExact = false; ///< every order once
};

/// Whether things resemble their own more than others': the mean of a measure between each thing
/// and its own, against that of the same things given to each other in other orders. Unlike
/// permuteLabels() it takes the numbers as they are and not who wins.
/// @param measure n x n, finite: thing f held against partner g; higher is nearer
/// @param orders drawn at random; if there are no more than that, each is taken once
/// @throws Error{Usage} with fewer than 2 things or orders, or a number that is none;
/// Error{Cancelled}
[[nodiscard]] PairingPermutation permutePairing(const Eigen::Ref<const Eigen::MatrixXd>& measure,
                                                std::int64_t orders, std::uint64_t seed,
                                                Progress& progress);

} // namespace fusiform::stats

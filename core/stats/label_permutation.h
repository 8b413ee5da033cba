// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <Eigen/Dense>

#include <cstdint>

namespace fusiform::stats {

struct LabelPermutation {
    double score = 0; ///< pairwise recognition, ties half
    double p = 1; ///< (1 + orders with at least this score) / (1 + orders), or the exact share
    double strict = 1; ///< share of orders with a higher score
    std::int64_t orders = 0; ///< that were looked at
    bool isExact = false; ///< every order once
    double chance = 0; ///< mean score over the orders
};

/// Whether decoded faces resemble their own faces more than others', by giving the true faces to
/// the decoded ones in other orders (methods 5.1): rows that depend on each other, such as through
/// a face that all decoded ones resemble, make no difference to it.
/// @param similarity n x n: decoded f with true g
/// @param orders drawn at random; if there are no more than that, each is taken once
/// @throws Error{Usage} with fewer than 2 faces or orders, Error{Cancelled}
[[nodiscard]] LabelPermutation permuteLabels(const Eigen::Ref<const Eigen::MatrixXd>& similarity,
                                             std::int64_t orders, std::uint64_t seed,
                                             Progress& progress);

} // namespace fusiform::stats

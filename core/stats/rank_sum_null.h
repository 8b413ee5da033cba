// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/tails.h"

#include <vector>

namespace fusiform::stats {

/// The exact null distribution of a sum of `rows` comparison counts, each uniform on 0 ... `most`
/// and independent of the others, by convolution (methods 5.1 and 5.3): pairwise recognition of n
/// faces has n rows with n - 1 comparisons each; imagery one row a subject with n - 1 candidates.
/// Rows of one similarity matrix are only nearly independent: see label_permutation for the test
/// that does not need it.
class RankSumNull {
public:
    /// @throws Error{Usage} unless rows and most are at least 1 and the sum is at most a million
    RankSumNull(int rows, int most);

    [[nodiscard]] int highest() const { return m_rows * m_most; }
    [[nodiscard]] double mean() const { return m_rows * m_most / 2.0; }
    /// Of the sum: rows * ((most + 1)^2 - 1) / 12.
    [[nodiscard]] double variance() const;
    /// @param sum may be half a count, where ties count half
    [[nodiscard]] Tails tails(double sum) const;
    /// The smallest sum with P(X >= sum) below the level; highest() + 1 if there is none.
    [[nodiscard]] int critical(double level) const;

private:
    int m_rows;
    int m_most;
    std::vector<double> m_atLeast; ///< P(X >= s) for s = 0 ... highest() + 1
};

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fusiform::stats {

/// How likely a statistic is by chance at or beyond what was observed, one-sided. The correct p of
/// a discrete statistic is `atLeast`; the paper prints `more` of its binomials and about `mid` of
/// its imagery scores (methods 5.2, 5.3), so all three are always said.
struct Tails {
    double atLeast = 1; ///< P(X >= observed)
    double more = 1; ///< P(X > observed)

    [[nodiscard]] double mid() const { return (atLeast + more) / 2; }
};

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace fusiform::stats {

/// Share of draws of `ways` - 1 distractors, without replacement, among which fewer than `best`
/// beat the target: n-way top-k identification in expectation over all draws, without drawing any
/// (methods 4.2: hypergeometric).
/// @param beating distractors that beat the target; @param distractors there are
/// @throws Error{Usage} unless 0 <= beating <= distractors, 2 <= ways <= distractors + 1, 1 <= best
[[nodiscard]] double topK(long beating, long distractors, long ways, long best);

/// The mean over targets. @param beating one a target
[[nodiscard]] double meanTopK(std::span<const long> beating, long distractors, long ways,
                              long best);

} // namespace fusiform::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/leak_audit.h"
#include "core/bids/study.h"
#include "core/task/task.h"

#include <array>

namespace fusiform::task {

/// `bids`: what a study holds, and what a user should know of it.
struct BidsOptions {
    std::filesystem::path folder;
};
void describe(BidsOptions& options, Fields& fields);
[[nodiscard]] Outcome runBids(const BidsOptions& options, Progress& progress);

/// The events of one subject's face runs, and what they add up to.
struct SubjectSummary {
    bids::Subject subject;
    std::vector<std::vector<bids::Event>> events; ///< one list per face run that has events
    bids::EventCounts counts;
    std::size_t uniqueTrain = 0; ///< distinct training paths, one-backs excluded
    std::size_t uniqueTest = 0; ///< distinct base names
    std::array<std::size_t, 2> testRepetitions = {0, 0}; ///< least and most, one-backs counted
    std::vector<bids::Problem> problems;
};
[[nodiscard]] SubjectSummary summarise(const bids::Study& study, const std::string& label,
                                       Progress& progress);

} // namespace fusiform::task

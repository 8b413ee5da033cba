// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// The statistics of core/stats on numbers that are given.
struct StatsOptions {
    std::string name; ///< of the statistic
    std::optional<double> sum;
    std::int64_t faces = 20;
    std::int64_t subjects = 4;
    std::int64_t successes = -1;
    std::int64_t trials = 0;
    double chance = 0.5;
    std::int64_t beating = -1;
    std::int64_t distractors = 0;
    std::int64_t ways = 2;
    std::int64_t best = 1;
    std::filesystem::path table;
    std::int64_t draws = 10'000;
    std::int64_t seed = 1;
    double level = 0.95;
    std::string procedure = "bh";
};

void describe(StatsOptions& options, Fields& fields);
/// @throws Error{Usage}, Error{BadData} naming the table, line and column
[[nodiscard]] Outcome runStats(const StatsOptions& options, Progress& progress);

} // namespace fusiform::task

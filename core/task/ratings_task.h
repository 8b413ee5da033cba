// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_file.h"
#include "core/results/section.h"
#include "core/task/task.h"

namespace fusiform::task {

/// `ratings`: what raters preferred, of a folder of rating sessions.
struct RatingsOptions {
    std::filesystem::path folder;
    double level = 0.95;
    std::int64_t draws = 10'000; ///< of raters and faces
    std::int64_t seed = 1;
    std::filesystem::path output; ///< report, figures and tables; empty: none
    bool overwrite = false;
};
void describe(RatingsOptions& options, Fields& fields);
[[nodiscard]] Outcome runRatings(const RatingsOptions& options, Progress& progress);

/// What is in a rating folder, told: for files, for the command line and for the window.
struct ToldRatings {
    rating::RatingRecord record;
    results::Section section;
    std::string text; ///< for a terminal
    std::string command; ///< that tells it again
};
/// @throws Error{BadData} naming file and line, Error{Cancelled}
[[nodiscard]] ToldRatings tellRatings(const RatingsOptions& options, Progress& progress);
/// report.html, tables, figures and ratings.json into a folder that exists.
void writeRatings(const ToldRatings& told, const std::filesystem::path& folder);

} // namespace fusiform::task

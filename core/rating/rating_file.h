// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_plan.h"
#include "core/util/text.h"

#include <filesystem>

namespace fusiform::rating {

/// A plan and where its pictures come from: plan.json of a rating folder.
struct PlanRecord {
    Plan plan;
    std::string region; ///< that the pictures were read from
    std::vector<std::string> fits; ///< folders, one a subject, for a person
    std::string picturesHash; ///< of all pictures that are shown (rating_pictures.h)
    std::string program; ///< "Fusiform 1.0.0"
    std::string created; ///< UTC, ISO 8601
};

/// A rating folder as it was read.
struct RatingRecord {
    PlanRecord plan;
    std::vector<Rating> lines; ///< every line of ratings.tsv, in order
    std::vector<Text> warnings; ///< a last line that was cut off and does not count
};

/// Whether the folder holds a plan.
[[nodiscard]] bool isRatingFolder(const std::filesystem::path& folder);
/// Makes the folder if need be, with plan.json and an empty ratings.tsv.
/// @throws Error{Usage} for a plan that cannot be (checkPlan) or if there are ratings already,
/// Error{Failure}
void writeRatingFolder(const std::filesystem::path& folder, const PlanRecord& plan);
/// @throws Error{BadData} naming file and line, Error{Failure}
[[nodiscard]] RatingRecord readRatingFolder(const std::filesystem::path& folder);

/// Adds ratings to a folder, each on the disk before append() returns. One program at a time.
class RatingWriter {
public:
    /// A last line that was cut off when a machine went down is removed.
    /// @throws Error{Failure} if another program writes, or the file cannot be written
    explicit RatingWriter(const std::filesystem::path& folder);
    ~RatingWriter();
    RatingWriter(const RatingWriter&) = delete;
    RatingWriter& operator=(const RatingWriter&) = delete;

    /// @throws Error{Failure}, for instance when the disk is full; then nothing is added
    void append(const Rating& rating);

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::int64_t m_size = 0;
};

/// The code as it is kept: upper case. @throws Error{Usage} unless it is of 1 to 24 letters,
/// digits, hyphens and underscores
[[nodiscard]] std::string raterCode(std::string_view text);
/// A code that nobody has yet: "R-7KQ4", of letters and digits that are not taken for each other.
[[nodiscard]] std::string newRaterCode(std::span<const Rating> lines, std::uint64_t seed);

} // namespace fusiform::rating

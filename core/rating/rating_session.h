// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_file.h"

#include <optional>

namespace fusiform::rating {

/// One rater's way through the trials of a folder. Every choice is on the disk before the next
/// trial is told; the same rater goes on later where they stopped.
class RatingSession {
public:
    /// @param rater as raterCode() gives it
    /// @throws as readRatingFolder() and RatingWriter
    RatingSession(const std::filesystem::path& folder, std::string rater);

    [[nodiscard]] const PlanRecord& plan() const { return m_record.plan; }
    [[nodiscard]] const std::string& rater() const { return m_rater; }
    /// Of this rater, in earlier sittings too.
    [[nodiscard]] std::size_t done() const { return m_doneBefore + m_next; }
    [[nodiscard]] std::size_t total() const { return m_doneBefore + m_trials.size(); }
    /// Whether this rater was here before and need not practise again.
    [[nodiscard]] bool isResumed() const { return m_isResumed; }
    /// Null: there is nothing left for this rater.
    [[nodiscard]] const Trial* current() const;
    /// The one after; null: there is none. To get its pictures ready.
    [[nodiscard]] const Trial* following() const;

    /// @throws Error{Failure} if it cannot be kept; then the same trial goes on
    void choose(Side side, double seconds);
    /// Practice is kept too, apart: whether a rater understood can be told from it.
    void practise(const Pair& pair, Side ownSide, Side chosen, double seconds);
    /// The last choice only, once.
    [[nodiscard]] bool canTakeBack() const { return m_lastChoice.has_value(); }
    void takeBack();

private:
    [[nodiscard]] Rating ratingOf(Side chosen, double seconds) const;

    RatingWriter m_writer; ///< first: nobody else writes from here on
    RatingRecord m_record;
    std::string m_rater;
    std::vector<Trial> m_trials;
    std::size_t m_next = 0;
    std::size_t m_doneBefore = 0;
    long m_practised = 0;
    bool m_isResumed = false;
    std::optional<Rating> m_lastChoice; ///< that may be taken back
};

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace fusiform::rating {

/// What is rated: a face as it was read from one subject's brain, by either of two face models.
struct Pair {
    std::string subject;
    std::string face;
    friend auto operator<=>(const Pair&, const Pair&) = default;
};

enum class Side { Left, Right };

enum class RatingKind {
    Test, ///< counts, unless it was taken back
    Practice, ///< never counts
    TakenBack, ///< the rater's last choice of this pair does not count
};

/// Choices that were made faster than anyone can look at three faces are flagged.
inline constexpr double kFastSeconds = 0.3;

/// One line of what raters chose.
struct Rating {
    std::string time; ///< UTC, ISO 8601
    std::string rater; ///< a code, no name
    long trial = 0; ///< of this rater, from 1; of practice likewise
    Pair pair;
    std::string left; ///< the face model on the left; in practice kOwnFace or kAnotherFace
    std::string right;
    std::string chosen; ///< one of the two
    double seconds = 0; ///< from the pictures on the screen to the key
    RatingKind kind = RatingKind::Test;

    [[nodiscard]] bool isFast() const { return seconds < kFastSeconds; }
    [[nodiscard]] Side side() const { return chosen == left ? Side::Left : Side::Right; }
    friend bool operator==(const Rating&, const Rating&) = default;
};

/// In practice both pictures come from one face model: one of the face above, one of another face.
inline constexpr const char* kOwnFace = "own face";
inline constexpr const char* kAnotherFace = "another face";

} // namespace fusiform::rating

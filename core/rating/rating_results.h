// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_file.h"
#include "core/stats/binomial_test.h"
#include "core/stats/bootstrap.h"
#include "core/util/progress.h"

namespace fusiform::rating {

/// How often one of two was chosen, against 50 %. Without choices all numbers are NaN.
struct Choices {
    std::string name; ///< of a subject, face, rater; empty where it is plain
    long chosen = 0; ///< of the plan's first model; of Preference::left: the left picture
    long of = 0;
    stats::BinomialTest test;
};

struct RaterChoices {
    Choices choices;
    long left = 0; ///< times the left picture was chosen
    long fast = 0; ///< choices within kFastSeconds
    double medianSeconds = 0; ///< NaN without choices
    long practised = 0; ///< practice trials
    long practisedRight = 0; ///< of them the own face was chosen
};

/// What raters preferred (paper, Perceptual ratings and "The VAE-GAN reconstruction was chosen in
/// 76.1 % of trials": 913 of 1200, binomial test against 50 %).
struct Preference {
    std::array<std::string, 2> models; ///< shares are those of the first
    double level = 0.95;
    Choices all;
    /// The ratings of a rater, and those of a face, depend on each other: intervals by drawing
    /// whole raters, and whole faces over all subjects, are the more careful ones. NaN below
    /// kFewestForIntervals ratings, for a single group, and where all groups chose one and the same
    /// throughout: drawing them again tells nothing then.
    stats::Bootstrapped overRaters;
    stats::Bootstrapped overFaces;
    std::vector<Choices> subjects;
    std::vector<Choices> faces; ///< over subjects, in the order of the plan
    std::vector<Choices> pairs; ///< as in the plan
    std::vector<RaterChoices> raters; ///< by their codes
    std::array<Choices, 2> orders; ///< by Order
    Choices left; ///< a preference for a side, whatever stands there
    Choices unhurried; ///< without choices within kFastSeconds
    Standing standing;

    [[nodiscard]] bool isComplete() const { return standing.isComplete(); }
};

inline constexpr long kFewestForIntervals = 10; ///< ratings

struct PreferenceOptions {
    double level = 0.95;
    std::int64_t draws = 10'000; ///< of raters and of faces
    std::uint64_t seed = 1;
};

/// @throws Error{Cancelled}
[[nodiscard]] Preference preferenceOf(const RatingRecord& record, const PreferenceOptions& options,
                                      Progress& progress);

} // namespace fusiform::rating

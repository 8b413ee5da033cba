// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_results.h"
#include "core/results/table.h"

namespace fusiform::rating {

/// A line of the table and of the figure of all ratings.
struct PreferenceLine {
    Text name;
    const Choices* choices;
    bool startsGroup = false;
};
/// All ratings, subjects if there are several, and either order of sides.
/// @return points into `preference`, which has to live as long
[[nodiscard]] std::vector<PreferenceLine> preferenceLines(const Preference& preference);

/// Shares, intervals, the side, faces and raters; last the quotas, alone if there are no ratings.
[[nodiscard]] std::vector<results::Table> preferenceTables(const PlanRecord& plan,
                                                           const Preference& preference);

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_results.h"
#include "core/results/section.h"

namespace fusiform::rating {

/// What raters preferred, told as any analysis: for the report, for files and for the window. Says
/// "incomplete" as long as a quota is not met.
[[nodiscard]] results::Section preferenceSection(const PlanRecord& plan,
                                                 const Preference& preference,
                                                 double widthMm = results::kFigureMm);

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/region_task.h"

namespace fusiform::task {

// The actions of `region`, see RegionOptions. Options that belong to another action were refused
// before. All throw Error{Usage} for what was typed and Error{BadData} for what files hold.

[[nodiscard]] Outcome makeRegions(const RegionOptions& options, Progress& progress);
[[nodiscard]] Outcome combineRegions(const RegionOptions& options, Progress& progress);
[[nodiscard]] Outcome resampleMask(const RegionOptions& options, Progress& progress);
[[nodiscard]] Outcome measureRegion(const RegionOptions& options, Progress& progress);
[[nodiscard]] Outcome exportRegion(const RegionOptions& options, Progress& progress);

} // namespace fusiform::task

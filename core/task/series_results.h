// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/util/progress.h"

namespace fusiform::task {

/// What the kept series of a fit is, under the key `series`; an empty object where no series was
/// kept.
/// @throws Error{BadData} naming the file of it that is damaged
[[nodiscard]] Json describeSeriesResults(const glm::Fit& fit);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

#include <QString>

namespace fusiform {

/// Where a fit lies, how its voxels were selected and which pictures did not train: a line each.
[[nodiscard]] QString fitFacts(const glm::Fit& fit);
/// What makes scores of the fit too good, in few words; empty: nothing that is known.
[[nodiscard]] QString fitCaution(const glm::Fit& fit);

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"

namespace fusiform::glm {

/// A text that a fit's provenance has in one of its parts ("options", "counts"); empty if it has
/// none of that name.
[[nodiscard]] std::string recordedText(const Fit& fit, const char* part, const char* key);

} // namespace fusiform::glm

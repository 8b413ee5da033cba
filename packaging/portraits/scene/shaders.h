// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shape/part.h"

#include <string>

namespace portraits {

/// GLSL that takes the place of VTK's lighting: what a fragment of this material looks like.
[[nodiscard]] std::string fragmentShading(Material material);

/// Declarations and functions that `fragmentShading` relies on.
[[nodiscard]] std::string fragmentDeclarations();

} // namespace portraits

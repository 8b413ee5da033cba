// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/morph_targets.h"
#include "person/person.h"
#include "person/random.h"

namespace portraits {

/// A random face shape: every slider is normal around its sex's middle, left and right almost
/// alike.
[[nodiscard]] MorphWeights randomFaceShape(Sex sex, Random& random);

} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "person/random.h"

namespace portraits {

[[nodiscard]] Expression randomExpression(Random& random);
[[nodiscard]] Pose randomPose(Random& random);
[[nodiscard]] Lighting randomLighting(Random& random);
[[nodiscard]] Background randomBackground(Random& random);

} // namespace portraits

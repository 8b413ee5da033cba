// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "person/random.h"

namespace portraits {

[[nodiscard]] Hair randomHair(const Body& body, Random& random);
[[nodiscard]] FacialHair randomFacialHair(const Body& body, const Hair& hair, Random& random);
[[nodiscard]] Brows randomBrows(const Body& body, const Hair& hair, Random& random);

} // namespace portraits

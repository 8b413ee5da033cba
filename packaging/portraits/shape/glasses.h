// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "shape/part.h"

#include <span>
#include <vector>

namespace portraits {

/// Frame and lenses that sit before the eyes of this head.
/// @param skin   the head's vertices
/// @param scale  the head's size relative to the neutral one
[[nodiscard]] std::vector<Part> makeGlasses(const Glasses& glasses, std::span<const Vec3> skin,
                                            Vec3 leftEye, Vec3 rightEye, float scale);

} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shape/figure.h"

namespace portraits {

/// @param rest       the morphed base mesh without expression
/// @param expressive the same with it
[[nodiscard]] FaceMeasures measuresOf(const BaseMesh& base, std::span<const Vec3> rest,
                                      std::span<const Vec3> expressive);

} // namespace portraits

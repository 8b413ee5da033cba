// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"

namespace portraits {

/// The morph weights of the person's body: sex, age, ancestry, weight and sliders, at rest.
[[nodiscard]] MorphWeights bodyWeights(const Body& body);

/// The morph weights that the expression adds.
[[nodiscard]] MorphWeights expressionWeights(const Expression& expression,
                                             const Ancestry& ancestry);

} // namespace portraits

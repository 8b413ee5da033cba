// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"

namespace portraits {

/// The person of a number: the same for the same seed, whatever other persons are drawn.
[[nodiscard]] Person samplePerson(int number, std::uint64_t seed);

} // namespace portraits

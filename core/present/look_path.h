// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/brain_look.h"

namespace fusiform::present {

/// The camera on its way from one look to another: it starts and ends gently, turns the shorter way
/// round and zooms by equal factors. All else is that of the look it goes to.
/// @param way 0 at `from` ... 1 at `to`
[[nodiscard]] BrainLook between(const BrainLook& from, const BrainLook& to, double way);

/// Seconds that a move should last: longer for a longer way, none where nothing moves.
[[nodiscard]] double secondsBetween(const BrainLook& from, const BrainLook& to);

/// The camera once round the brain. @param way 0 ... 1
[[nodiscard]] BrainLook turned(const BrainLook& look, double way);

} // namespace fusiform::present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"
#include "person/person.h"

namespace portraits {

/// A studio wall, a gradient or something out of focus.
[[nodiscard]] Picture paintBackground(const Background& background, int size);

/// The drawn figure, filtered down to the background's size and laid over it.
[[nodiscard]] Picture composed(const Picture& figure, const Picture& background);

} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"
#include "person/person.h"
#include "shape/figure.h"

#include <functional>
#include <string>

namespace portraits {

/// Fills every part's `light`: how much of the sky, the key light and the fill light reaches each
/// vertex past the head, its hair and its glasses. This gives the soft shadows that make a rendered
/// head look solid.
/// @param textureOf  pictures of the hair: its empty places let light through
void shadeFigure(Figure& figure, const Lighting& lighting,
                 const std::function<const Picture&(const std::string&)>& textureOf);

} // namespace portraits

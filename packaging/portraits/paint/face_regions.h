// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"

namespace portraits {

/// Where hair, lips and make-up belong, 0..1, for a point of the *neutral* base mesh. Skin textures
/// and fur share them: a place on the skin keeps its neutral position through every morph.
namespace region {

/// The hairy scalp; `recession` draws the hair line back, most at the temples, `blur` widens its
/// edge (decimetres).
[[nodiscard]] float scalp(Vec3 p, float recession, float blur = 0);
[[nodiscard]] float lips(Vec3 p);
[[nodiscard]] float moustache(Vec3 p);
[[nodiscard]] float goatee(Vec3 p); ///< chin and the place below the lower lip
[[nodiscard]] float
fullBeard(Vec3 p, float blur = 0); ///< cheeks, jaw, chin and the upper neck; `blur` as above
[[nodiscard]] float sideburns(Vec3 p);
[[nodiscard]] float cheekBlush(Vec3 p);
[[nodiscard]] float eyelid(Vec3 p); ///< the upper lid up to its fold
[[nodiscard]] float lashLine(Vec3 p);
[[nodiscard]] float freckles(Vec3 p);
[[nodiscard]] float bareFace(Vec3 p); ///< forehead and cheeks: where a skin's colour is measured

/// Density of a beard that has grown out, from the parts the person wears.
[[nodiscard]] float beard(Vec3 p, const FacialHair& hair);

} // namespace region
} // namespace portraits

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

namespace fusiform::image {

/// The places of a face's eyes, pixels from left and from top; the centre of the first pixel is
/// (0, 0). Left is left in the picture, whose ever eye that is.
struct Eyes {
    Eigen::Vector2d left = Eigen::Vector2d::Zero();
    Eigen::Vector2d right = Eigen::Vector2d::Zero();
};

/// Where aligned faces have their eyes in a square of `size` pixels: where the centred square of
/// CelebA's aligned pictures (178 x 218, eyes at (69, 111) and (109, 111)) has them.
[[nodiscard]] Eyes eyesOfSquare(int size);
/// Pixels of the picture along one of the square.
[[nodiscard]] double alignmentScale(const Eyes& eyes, int size);
/// Turned, scaled and shifted so that the eyes come to the places of eyesOfSquare(). A pixel is the
/// mean over what it covers of the picture (no aliasing); beyond the picture its edge repeats.
/// @param eyes at different places
[[nodiscard]] Picture alignedFace(const Picture& picture, const Eyes& eyes, int size);

} // namespace fusiform::image

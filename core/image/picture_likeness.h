// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"

#include <optional>

namespace fusiform::image {

/// What is left of a picture when it is looked at from afar: grey, 32 x 32, less its mean, of unit
/// length. The scalar product of two is their correlation: brightness and contrast do not count,
/// nor does the size, and another compression hardly does. Empty: the picture is of one grey.
[[nodiscard]] Eigen::VectorXf glanceOf(const Picture& picture);

/// Side of the largest square that a second look takes; what is larger is reduced to it.
inline constexpr int kCloseLook = 128;
/// The picture as the second look takes it: squeezed into a square of its lesser side, at most
/// kCloseLook pixels.
[[nodiscard]] Picture closeLook(const Picture& picture);
/// How well the fine detail of two close looks (grey less its mean over a 16th of the picture)
/// correlates, at the size of the smaller one, where they lie best over each other within two
/// pixels: the lower quartile over 8 x 8 tiles, so that one strong outline that two faces share
/// does not speak for the rest. Tiles without detail do not count; 0: there are too few others.
[[nodiscard]] double detailCorrelation(const Picture& a, const Picture& b);

/// Glances of copies correlate above the first, their details above the second. Measured on copies
/// of 400 of the built-in portraits:
///
/// | copy                          | least glance | least detail |
/// |-------------------------------|--------------|--------------|
/// | JPEG of quality 50            | .998         | .82          |
/// | half, a third of the size     | .994         | .86          |
/// | lighter by 15 %, gamma 1.3    | .983         | .95          |
/// | moved by 1 pixel, by (1, 1)   | .982, .966   | .91          |
/// | blurred by 1 pixel            | .998         | .80          |
/// | JPEG of quality 20            | .989         | .69, 95 % above .72 |
///
/// Different pictures: of the 8 million pairs of the 4,000 portraits 16 have glances above 0.95;
/// the 600 most alike have details of at most .45. Of 327,000 pairs of a study whose faces share a
/// few hair styles and hardly differ in pose, 99 have glances above 0.95; the most alike, two faces
/// of one mesh with another expression, have details of .70. A picture moved by 2 pixels both ways
/// is found in half of the cases; a cropped one is another picture.
inline constexpr float kCopyGlance = 0.95F;
inline constexpr double kCopyDetail = 0.72;

} // namespace fusiform::image

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "person/person.h"
#include "shape/figure.h"

#include <array>

namespace portraits {

/// Where the eyes and the mouth of an aligned portrait lie, in pixels of a 128 x 128 picture, y
/// down.
struct Alignment {
    static constexpr float kPictureSize = 128;
    static constexpr Vec2 kRightEye{48.0F, 62.0F}; ///< the person's right: left in the picture
    static constexpr Vec2 kLeftEye{80.0F, 62.0F};
    static constexpr Vec2 kMouth{64.0F, 95.0F};
};

/// A camera that looks along -z, with the projection that puts eyes and mouth in their places.
struct AlignedCamera {
    Vec3 position;
    std::array<double, 16> projection{}; ///< row major, camera to clip coordinates
};

[[nodiscard]] AlignedCamera alignedCamera(const Figure& figure, const Pose& pose);

} // namespace portraits

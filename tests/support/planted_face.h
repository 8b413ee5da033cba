// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/face_alignment.h"

#include <cmath>

namespace fusiform::test {

/// Two spots on grey: a red one at the left eye and a green one at the right. Their width goes with
/// the distance of the eyes, so that they can be found in any size.
inline image::Picture plantedFace(int width, int height, const image::Eyes& eyes)
{
    const double spread = (eyes.right - eyes.left).norm() / 8;
    image::Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto spot = [&](const Eigen::Vector2d& eye) {
                const double away = (Eigen::Vector2d(x, y) - eye).norm() / spread;
                return static_cast<float>(0.2 + 0.6 * std::exp(-away * away / 2));
            };
            picture.rgb.insert(picture.rgb.end(), {spot(eyes.left), spot(eyes.right), 0.2F});
        }
    return picture;
}

/// The centres of the spots, weighted by what is lighter than the ground.
inline image::Eyes eyesFound(const image::Picture& picture)
{
    const auto centre = [&](int channel) {
        Eigen::Vector2d sum = Eigen::Vector2d::Zero();
        double weights = 0;
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x) {
                const double weight = static_cast<double>(
                    picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + channel)]);
                if (weight < 0.3)
                    continue; // the ground, and the trace of compression in it
                sum += (weight - 0.2) * Eigen::Vector2d(x, y);
                weights += weight - 0.2;
            }
        return Eigen::Vector2d(sum / weights);
    };
    return {centre(0), centre(1)};
}

} // namespace fusiform::test

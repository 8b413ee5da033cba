// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/vaegan_trainer.h"
#include "core/util/random.h"

#include <cmath>
#include <vector>

namespace fusiform::test {

/// Round heads with two eyes on 32 x 32 pixels: position, size and colours vary.
inline std::vector<image::Picture> tinyFaces(std::size_t count, std::uint64_t seed)
{
    constexpr int kSide = 32;
    Random random(seed);
    std::vector<image::Picture> faces;
    for (std::size_t i = 0; i < count; ++i) {
        const double centreX = random.uniform(13, 18);
        const double centreY = random.uniform(13, 18);
        const double radius = random.uniform(8, 12);
        const double skin = random.uniform(0.4, 0.9);
        const double ground = random.uniform(0, 0.6);
        image::Picture face{kSide, kSide, {}};
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const double right = std::abs(x - centreX);
                const double down = y - centreY;
                const double edge = 1 / (1 + std::exp(std::hypot(right, down) - radius));
                const bool isEye = std::hypot(right - radius / 3, down + radius / 4) < 1.5;
                const double light = isEye ? 0.1 : edge * skin + (1 - edge) * ground;
                for (const double tint : {1.0, 0.85, 0.7})
                    face.rgb.push_back(static_cast<float>(tint * light));
            }
        faces.push_back(std::move(face));
    }
    return faces;
}

inline face_model::TrainingSet tinySet(std::size_t count = 32)
{
    face_model::TrainingSet set(32);
    for (const image::Picture& face : tinyFaces(count, 5))
        set.add(face);
    return set;
}

/// A net that trains in a fraction of a second: 4 epochs of 4 steps, the last ones adversarial.
inline face_model::VaeganOptions tinyOptions()
{
    face_model::VaeganOptions options;
    options.training = "made up";
    options.latentSize = 8;
    options.width = 4;
    options.batch = 8;
    options.seed = 3;
    options.epochs = 4;
    options.precision = "float32"; // bfloat16 keeps two digits: no use for comparisons
    return options;
}

} // namespace fusiform::test

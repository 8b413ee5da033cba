// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/rating/rating.h"
#include "core/util/progress.h"

#include <array>
#include <cstdint>
#include <vector>

namespace fusiform::rating {

/// A trial to learn the task with: a face that nobody has, and below it the same face less
/// pronounced beside another one, all of one model. Nothing that is rated is shown, neither faces
/// nor any difference between models.
struct PracticeTrial {
    Pair pair; ///< "practice-1" and so on
    image::SharedPicture original;
    image::SharedPicture own;
    image::SharedPicture other;
    Side ownSide = Side::Left;

    [[nodiscard]] const image::SharedPicture& at(Side side) const
    {
        return side == ownSide ? own : other;
    }
};

/// Faces are drawn around the mean training code by its spread, the same on every machine. Models
/// take turns, and so do the sides of the own face.
/// @return none if one of the models is not of this fit or makes no pictures
/// @throws Error{Cancelled}
[[nodiscard]] std::vector<PracticeTrial> practiceTrials(const glm::Fit& fit,
                                                        const std::array<std::string, 2>& models,
                                                        std::uint64_t seed, Progress& progress,
                                                        std::size_t count = 4);

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/scene.h"

#include <memory>
#include <vector>

namespace fusiform::present {

/// Where a talk is.
struct TalkPlace {
    std::size_t slide = 0;
    std::size_t step = 0; ///< of the slide, as stepsOf() counts them
    bool operator==(const TalkPlace&) const = default;
};
using Slides = std::vector<std::shared_ptr<const Scene>>;

/// The next step; at the end of the talk the same place. @param slides at least one
[[nodiscard]] TalkPlace next(const Slides& slides, const TalkPlace& place);
/// The step before; a slide that is gone back to shows everything. At the beginning the same place.
[[nodiscard]] TalkPlace previous(const Slides& slides, const TalkPlace& place);

} // namespace fusiform::present

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/region.h"

#include <optional>

namespace fusiform::roi {

/// The parts into which the paper cuts the selected voxels (Fig. 5).
enum class Third { Occipital, Temporal, Frontoparietal };

/// Where they are cut, RAS mm: occipital is what lies behind; of the rest temporal what lies below.
struct ThirdsPlanes {
    double occipitalBehind = 0; ///< y
    double temporalBelow = 0; ///< z
    friend bool operator==(const ThirdsPlanes&, const ThirdsPlanes&) = default;
};

/// The planes that cut the selected voxels of a model into equal thirds, as well as planes can:
/// voxels that lie on one plane are not parted, as in the equal thirds that a fit offers.
[[nodiscard]] ThirdsPlanes equalThirds(const glm::Fit& fit, const glm::ModelFit& model);

/// The selected voxels of a model, cut: "occipital", "temporal", "frontoparietal".
[[nodiscard]] std::vector<Region> thirdsAt(const glm::Fit& fit, const glm::ModelFit& model,
                                           const ThirdsPlanes& planes);

/// Which third a region is, by the way it was made; none for others.
[[nodiscard]] std::optional<Third> thirdOf(const Region& region);

} // namespace fusiform::roi

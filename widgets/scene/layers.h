// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/image/voxel_set.h"
#include "widgets/scene/color_map.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace fusiform::scene {

/// The grey picture under everything: values at `black` and below are black, at `white` white.
struct Background {
    std::shared_ptr<const image::Volume> volume;
    float black = 0;
    float white = 1;
};
/// Takes the window from the values: the 1st and 99.5th percentile of those that are not 0.
[[nodiscard]] Background backgroundOf(std::shared_ptr<const image::Volume> volume);

/// A map on the functional grid. Values below the threshold are not painted.
struct Overlay {
    std::shared_ptr<const image::Volume> values; ///< NaN: nothing to paint
    ColorMapName map = ColorMapName::Ember;
    double threshold = 0;
    double maximum = 1; ///< gets the map's last colour; its first stands for `minimum`
    double minimum = 0;
    double opacity = 0.85;

    [[nodiscard]] bool isPainted(float value) const { return value >= threshold; }
    [[nodiscard]] Rgb colorOf(float value) const;
};

/// Up to 31 visible regions of one grid, as bits a voxel.
struct RegionLabels {
    struct Shown {
        image::VoxelSet voxels;
        Rgb color;
        bool isCurrent = false;
    };
    image::Grid grid;
    std::vector<std::uint32_t> bits; ///< bit r set: member of region r
    std::vector<Shown> regions;
};
/// Regions after the 31st are left out.
[[nodiscard]] std::shared_ptr<const RegionLabels>
labelsOf(const image::Grid& grid, std::vector<RegionLabels::Shown> regions);

} // namespace fusiform::scene

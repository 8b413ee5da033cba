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

/// A map on the functional grid. Values below the threshold are not painted. A two-sided map has a
/// threshold for each tail; an infinite one switches its tail off.
struct Overlay {
    std::shared_ptr<const image::Volume> values; ///< NaN: nothing to paint
    ColorMapName map = ColorMapName::Ember;
    double threshold = 0; ///< of a two-sided map that of the positive tail
    double maximum = 1; ///< gets the map's last colour; its first stands for `minimum`
    double minimum = 0;
    double opacity = 0.85;
    bool isTwoSided = false; ///< negative values count like positive ones; minimum is -maximum
    /// Of a two-sided map: the size from which on negative values are painted.
    double negativeThreshold = 0;

    /// How much a value says.
    [[nodiscard]] double strength(float value) const;
    /// NaN is not.
    [[nodiscard]] bool isPainted(float value) const;
    [[nodiscard]] Rgb colorOf(float value) const;
};

/// Up to 31 visible regions of one grid.
struct RegionLabels {
    struct Shown {
        image::VoxelSet voxels;
        Rgb color;
        bool isCurrent = false;
    };
    image::Grid grid;
    std::vector<Shown> regions;

    /// Bit r is set where the voxel is a member of region r.
    [[nodiscard]] std::uint32_t bitsAt(const image::Voxel& voxel) const
    {
        std::uint32_t bits = 0;
        for (std::size_t r = 0; r < regions.size(); ++r)
            bits |= static_cast<std::uint32_t>(regions[r].voxels.contains(voxel)) << r;
        return bits;
    }
};
/// Regions after the 31st are left out.
[[nodiscard]] std::shared_ptr<const RegionLabels>
labelsOf(const image::Grid& grid, std::vector<RegionLabels::Shown> regions);

/// The voxels that a press would change.
struct RegionPreview {
    image::Grid grid;
    image::VoxelSet voxels;
    Rgb color;
};

} // namespace fusiform::scene

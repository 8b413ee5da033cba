// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <span>

namespace fusiform::image {

/// A run of volumes in memory as floats: voxels fastest, then time.
struct Series {
    Grid grid;
    Index volumes = 0;
    std::vector<float> values; ///< grid.size() * volumes

    [[nodiscard]] std::span<float> volume(Index t)
    {
        return std::span(values).subspan(static_cast<std::size_t>(t * grid.size()),
                                         static_cast<std::size_t>(grid.size()));
    }
    [[nodiscard]] std::span<const float> volume(Index t) const
    {
        return std::span(values).subspan(static_cast<std::size_t>(t * grid.size()),
                                         static_cast<std::size_t>(grid.size()));
    }
};

} // namespace fusiform::image

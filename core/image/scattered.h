// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"

#include <limits>
#include <span>

namespace fusiform::image {

/// A volume of one value for each of some voxels; NaN elsewhere.
/// @param voxels indices of the grid, as many as values
template <class Number>
[[nodiscard]] Volume scattered(const Grid& grid, std::span<const Index> voxels,
                               std::span<const Number> values)
{
    Volume volume{grid, std::vector<float>(static_cast<std::size_t>(grid.size()),
                                           std::numeric_limits<float>::quiet_NaN())};
    for (std::size_t v = 0; v < voxels.size(); ++v)
        volume.values[static_cast<std::size_t>(voxels[v])] = static_cast<float>(values[v]);
    return volume;
}

} // namespace fusiform::image

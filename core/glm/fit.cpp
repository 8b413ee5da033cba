// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"

#include "core/util/error.h"

#include <algorithm>
#include <limits>

namespace fusiform::glm {

Eigen::Index Fit::positionOf(image::Index gridIndex) const
{
    const auto found = std::ranges::lower_bound(voxels, gridIndex);
    return found != voxels.end() && *found == gridIndex ? found - voxels.begin() : -1;
}

std::vector<Eigen::Index> Fit::positionsOf(const image::VoxelSet& set) const
{
    std::vector<Eigen::Index> positions;
    for (const image::Index index : set.indices())
        if (const Eigen::Index position = positionOf(index); position >= 0)
            positions.push_back(position);
    return positions;
}

image::Volume Fit::volumeOf(const std::vector<float>& perVoxel) const
{
    image::Volume volume{grid, std::vector<float>(static_cast<std::size_t>(grid.size()),
                                                  std::numeric_limits<float>::quiet_NaN())};
    for (std::size_t v = 0; v < voxels.size(); ++v)
        volume.values[static_cast<std::size_t>(voxels[v])] = perVoxel[v];
    return volume;
}

const ModelFit& Fit::modelNamed(std::string_view name) const
{
    std::string all;
    for (const ModelFit& model : models) {
        if (name.empty() || model.model.name == name)
            return model;
        (all += all.empty() ? "" : ", ") += model.model.name;
    }
    throw usage(
        FUSIFORM_TR("core", "The fit has no face model called %1; it has %2.").arg(name).arg(all));
}

Eigen::VectorXd inverseOfSd(const Eigen::VectorXd& mean, const Eigen::VectorXd& sd)
{
    return (sd.array() > (0.01 * mean.array().abs()).max(1e-12)).select(sd.cwiseInverse(), 0);
}

} // namespace fusiform::glm

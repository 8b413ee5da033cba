// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"

#include "core/image/scattered.h"
#include "core/util/error.h"

#include <algorithm>

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
    return image::scattered<float>(grid, voxels, perVoxel);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/selected_voxels.h"

#include <algorithm>

namespace fusiform::evaluate {

SelectedVoxels selectedVoxels(const OpenSubject& subject, const OpenModel& open)
{
    const glm::Fit& fit = *subject.fit;
    SelectedVoxels result;
    result.model = open.model->model.name;
    result.criterion = fit.selection;
    result.t = fit.tFace;
    result.gain = open.model->gain;
    result.isSelected.assign(fit.voxels.size(), false);
    for (const Eigen::Index v : fit.positionsOf(open.model->selected))
        result.isSelected[static_cast<std::size_t>(v)] = true;
    const auto everywhere = static_cast<std::size_t>(fit.grid.size());
    result.mean = {fit.grid, std::vector<float>(everywhere, 0.F)};
    result.partOf = {fit.grid, std::vector<float>(everywhere, 0.F)};
    for (const image::Index voxel : fit.voxels) {
        const auto at = static_cast<std::size_t>(voxel);
        result.mean.values[at] = fit.meanImage.values[at];
        result.partOf.values[at] = 1;
    }
    for (const roi::Region& region : open.regions) {
        const bool isWhole = &region == &open.regions.front();
        if (isWhole && open.regions.size() > 1)
            continue;
        const roi::RegionMeasures measures = roi::measure(region.voxels, fit.grid);
        result.parts.push_back({region.name, region.colour, measures.voxels, measures.volumeMm3});
        const auto label = static_cast<float>(1 + result.parts.size());
        for (const Eigen::Index v : fit.positionsOf(region.voxels))
            result.partOf.values[static_cast<std::size_t>(fit.voxels[static_cast<std::size_t>(v)])]
                = label;
    }
    return result;
}

} // namespace fusiform::evaluate

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/series_maps.h"

#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/roi/region.h"

#include <algorithm>
#include <cmath>

namespace fusiform::task {

namespace {

/// By linear interpolation between the sorted values (Hyndman & Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

void writeSeriesMap(const std::filesystem::path& file, const glm::Fit& fit,
                    const glm::KeptSeries& series, std::span<const double> values,
                    const std::string& description)
{
    io::NiftiWriteOptions described;
    described.description = description;
    io::writeVolume(file, image::scattered<double>(fit.grid, series.index().voxels, values),
                    described);
}

std::vector<Eigen::Index> positionsIn(const glm::KeptSeries& series, const image::VoxelSet& voxels)
{
    const std::vector<image::Index>& all = series.index().voxels;
    std::vector<Eigen::Index> positions;
    for (const image::Index voxel : voxels.indices())
        if (const auto found = std::ranges::lower_bound(all, voxel);
            found != all.end() && *found == voxel)
            positions.push_back(found - all.begin());
    return positions;
}

Json quartiles(std::span<const double> values)
{
    std::vector<double> sorted;
    for (const double value : values)
        if (std::isfinite(value))
            sorted.push_back(value);
    if (sorted.empty())
        return {{"n", 0}, {"median", nullptr}, {"quartile_1", nullptr}, {"quartile_3", nullptr}};
    std::ranges::sort(sorted);
    return {{"n", sorted.size()},
            {"median", quantile(sorted, 0.5)},
            {"quartile_1", quantile(sorted, 0.25)},
            {"quartile_3", quantile(sorted, 0.75)}};
}

Json quartilesByRegion(const glm::Fit& fit, const glm::ModelFit& model,
                       const glm::KeptSeries& series, std::span<const double> values)
{
    Json regions = Json::array();
    for (const roi::Region& region : roi::offeredRegions(fit, model)) {
        std::vector<double> own;
        for (const Eigen::Index position : positionsIn(series, region.voxels))
            own.push_back(values[static_cast<std::size_t>(position)]);
        Json one = {{"region", region.name}};
        one.update(quartiles(own));
        regions.push_back(one);
    }
    return regions;
}

} // namespace fusiform::task

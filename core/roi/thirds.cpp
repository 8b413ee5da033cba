// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/thirds.h"

#include "core/util/text.h"

#include <algorithm>
#include <cmath>

namespace fusiform::roi {

namespace {

using image::Index;

/// A plane between the coordinates of two neighbours in an order, to a tenth of a millimetre where
/// there is room for that.
double between(double below, double above)
{
    const double middle = (below + above) / 2;
    const double rounded = std::round(10 * middle) / 10;
    return rounded > below && rounded <= above ? rounded : middle;
}

/// The plane that leaves `count` of the sorted coordinates below it, or nearly so.
double planeAfter(const std::vector<double>& sorted, std::size_t count)
{
    if (sorted.empty())
        return 0;
    if (count == 0)
        return sorted.front();
    // Coordinates that are alike stay together: the cut goes where fewer change sides.
    const double at = sorted[std::min(count, sorted.size()) - 1];
    const auto [first, last] = std::ranges::equal_range(sorted, at);
    const auto before = static_cast<std::size_t>(first - sorted.begin());
    const auto after = static_cast<std::size_t>(last - sorted.begin());
    const std::size_t cut = count - before < after - count && before > 0 ? before : after;
    return cut == sorted.size() ? sorted.back() + 1 : between(sorted[cut - 1], sorted[cut]);
}

} // namespace

ThirdsPlanes equalThirds(const glm::Fit& fit, const glm::ModelFit& model)
{
    std::vector<double> y;
    for (const Index voxel : model.selected.indices())
        y.push_back(fit.grid.mm(voxel).at[1]);
    std::ranges::sort(y);
    ThirdsPlanes planes;
    planes.occipitalBehind = planeAfter(y, y.size() / 3);
    std::vector<double> z;
    for (const Index voxel : model.selected.indices())
        if (const Eigen::Vector3d at = fit.grid.mm(voxel).at; at[1] >= planes.occipitalBehind)
            z.push_back(at[2]);
    std::ranges::sort(z);
    planes.temporalBelow = planeAfter(z, z.size() / 2);
    return planes;
}

std::vector<Region> thirdsAt(const glm::Fit& fit, const glm::ModelFit& model,
                             const ThirdsPlanes& planes)
{
    std::array<std::vector<Index>, 3> voxels;
    for (const Index voxel : model.selected.indices()) {
        const Eigen::Vector3d at = fit.grid.mm(voxel).at;
        const Third third = at[1] < planes.occipitalBehind ? Third::Occipital
                            : at[2] < planes.temporalBelow ? Third::Temporal
                                                           : Third::Frontoparietal;
        voxels[static_cast<std::size_t>(third)].push_back(voxel);
    }
    const std::string where = " (thirds cut at y = " + numberText(planes.occipitalBehind)
                              + ", z = " + numberText(planes.temporalBelow) + " mm)";
    const auto region = [&](Third third, std::string name, std::array<std::uint8_t, 3> colour,
                            const std::string& how) {
        return Region{std::move(name), colour,
                      image::VoxelSet::of(fit.grid.shape, voxels[static_cast<std::size_t>(third)]),
                      how + where, false};
    };
    return {
        region(Third::Occipital, "occipital", kSkyBlue, "third: most posterior"),
        region(Third::Temporal, "temporal", kGreen, "third: lower part of the rest"),
        region(Third::Frontoparietal, "frontoparietal", kPurple, "third: upper part of the rest")};
}

std::optional<Third> thirdOf(const Region& region)
{
    const std::string& made = region.made;
    if (!made.starts_with("third: ") && !made.starts_with("equal thirds: "))
        return std::nullopt;
    if (made.find("posterior") != std::string::npos)
        return Third::Occipital;
    return made.find("lower") != std::string::npos ? Third::Temporal : Third::Frontoparietal;
}

} // namespace fusiform::roi

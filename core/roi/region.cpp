// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/region.h"

#include "core/util/error.h"

#include <algorithm>
#include <limits>

namespace fusiform::roi {

namespace {

using image::Index;

/// The voxels in the order of a coordinate; equal coordinates keep the grid's order.
std::vector<Index> ordered(std::vector<Index> voxels, const image::Grid& grid, int axis)
{
    std::ranges::stable_sort(voxels, {}, [&](Index v) { return grid.mm(v).at[axis]; });
    return voxels;
}

Region made(const glm::Fit& fit, std::string name, std::array<std::uint8_t, 3> colour,
            std::span<const Index> voxels, std::string how)
{
    return {std::move(name), colour, image::VoxelSet::of(fit.grid.shape, voxels), std::move(how),
            false};
}

} // namespace

RegionMeasures measure(const image::VoxelSet& voxels, const image::Grid& grid)
{
    RegionMeasures measures;
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    for (const Index index : voxels.indices())
        sum += grid.mm(index).at;
    measures.voxels = voxels.count();
    measures.volumeMm3 = static_cast<double>(voxels.count()) * grid.affine.voxelVolume();
    measures.centre.at = voxels.isEmpty()
                             ? Eigen::Vector3d::Constant(std::numeric_limits<double>::quiet_NaN())
                             : Eigen::Vector3d(sum / static_cast<double>(voxels.count()));
    return measures;
}

std::vector<Region> offeredRegions(const glm::Fit& fit, const glm::ModelFit& model)
{
    const std::vector<Index> selected = model.selected.indices();
    std::vector<Region> regions
        = {made(fit, "selected", kOrange, selected, "published criterion: " + fit.selection)};
    if (!model.parts.empty()) {
        constexpr std::array kColours = {kSkyBlue, kGreen, kPurple};
        for (const glm::SelectedPart& part : model.parts)
            regions.push_back({part.name, kColours[(regions.size() - 1) % kColours.size()],
                               part.voxels, part.made, false});
        return regions;
    }
    constexpr int kPosteriorAnterior = 1;
    constexpr int kInferiorSuperior = 2;
    const std::vector<Index> fromBack = ordered(selected, fit.grid, kPosteriorAnterior);
    const std::size_t third = fromBack.size() / 3;
    const std::span<const Index> occipital(fromBack.data(), third);
    std::vector<Index> rest(fromBack.begin() + static_cast<std::ptrdiff_t>(third), fromBack.end());
    std::ranges::sort(rest);
    const std::vector<Index> fromBelow = ordered(std::move(rest), fit.grid, kInferiorSuperior);
    const std::size_t half = fromBelow.size() / 2;
    regions.push_back(made(fit, "occipital", kSkyBlue, occipital, "equal thirds: most posterior"));
    regions.push_back(made(fit, "temporal", kGreen, std::span(fromBelow).first(half),
                           "equal thirds: lower half of the rest"));
    regions.push_back(made(fit, "frontoparietal", kPurple, std::span(fromBelow).subspan(half),
                           "equal thirds: upper half of the rest"));
    return regions;
}

Region sphere(const glm::Fit& fit, const image::MmPoint& centre, double radiusMm)
{
    std::vector<Index> voxels;
    for (const Index index : fit.voxels)
        if ((fit.grid.mm(index).at - centre.at).norm() <= radiusMm)
            voxels.push_back(index);
    // A radius below half a voxel still means the voxel that was pointed at.
    const image::Voxel nearest = fit.grid.nearest(centre);
    if (voxels.empty() && fit.grid.contains(nearest)
        && fit.positionOf(fit.grid.index(nearest)) >= 0)
        voxels.push_back(fit.grid.index(nearest));
    return made(fit, "sphere", kOrange, voxels, "sphere of " + numberText(radiusMm) + " mm");
}

Region aboveCriterion(const glm::Fit& fit, const glm::ModelFit& model, double t, double gain)
{
    std::vector<Index> members;
    for (std::size_t v = 0; v < fit.voxels.size(); ++v)
        if (static_cast<double>(fit.tFace[v]) > t && static_cast<double>(model.gain[v]) > gain)
            members.push_back(fit.voxels[v]);
    return made(fit, "criterion", kBlue, members,
                "criterion t > " + numberText(t) + ", gain > " + numberText(gain));
}

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/region.h"

#include "core/roi/shapes.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
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
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    RegionMeasures measures;
    if (voxels.isEmpty()) {
        measures.centre.at.setConstant(kNone);
        for (image::MmPoint& corner : measures.box)
            corner.at.setConstant(kNone);
        return measures;
    }
    Eigen::Array3d sum = Eigen::Array3d::Zero();
    Eigen::Array3d least = Eigen::Array3d::Constant(kInfinity);
    Eigen::Array3d greatest = -least;
    for (const Index index : voxels.indices()) {
        const Eigen::Array3d at = grid.mm(index).at;
        sum += at;
        least = least.min(at);
        greatest = greatest.max(at);
    }
    measures.voxels = voxels.count();
    measures.volumeMm3 = static_cast<double>(voxels.count()) * grid.affine.voxelVolume();
    measures.centre.at = sum / static_cast<double>(voxels.count());
    measures.box = {image::MmPoint{least}, image::MmPoint{greatest}};
    return measures;
}

RegionMeasures measure(const image::VoxelSet& voxels, const image::Volume& map)
{
    RegionMeasures measures = measure(voxels, map.grid);
    for (const Index index : voxels.indices()) {
        const auto value = static_cast<double>(map.values[static_cast<std::size_t>(index)]);
        if (!std::isnan(value) && (!measures.peak || value > measures.peak->value))
            measures.peak = {map.grid.voxel(index), map.grid.mm(index), value};
    }
    return measures;
}

image::VoxelSet brainMask(const glm::Fit& fit)
{
    return image::VoxelSet::of(fit.grid.shape, fit.voxels);
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
    std::vector<Index> voxels = ball(fit.grid, centre, radiusMm).indices();
    std::erase_if(voxels, [&](Index voxel) { return fit.positionOf(voxel) < 0; });
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

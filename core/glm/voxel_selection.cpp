// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/voxel_selection.h"

#include "core/math/distributions.h"
#include "core/util/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::glm {

namespace {

using Eigen::Index;

double finiteCount(std::span<const float> t)
{
    return static_cast<double>(std::ranges::count_if(t, [](float x) { return std::isfinite(x); }));
}

/// Ranks from 0, the largest first; voxels that are alike stay in their order.
std::vector<double> ranks(std::span<const float> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t v) {
        return std::isfinite(values[v]) ? values[v] : -std::numeric_limits<float>::infinity();
    };
    std::ranges::stable_sort(order, std::ranges::greater(), key);
    std::vector<double> result(values.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        result[order[rank]] = static_cast<double>(rank);
    return result;
}

std::vector<Index> best(const VoxelEvidence& voxels, Index count)
{
    std::vector<double> sums = ranks(voxels.t);
    const std::vector<double> ofGain = ranks(voxels.gain);
    std::vector<Index> order;
    for (std::size_t v = 0; v < sums.size(); ++v) {
        sums[v] += ofGain[v];
        if (std::isfinite(voxels.t[v]))
            order.push_back(static_cast<Index>(v));
    }
    std::ranges::stable_sort(order, {}, [&](Index v) { return sums[static_cast<std::size_t>(v)]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(count)));
    std::ranges::sort(order);
    return order;
}

} // namespace

double falseDiscoveryThreshold(std::span<const float> t, double degreesOfFreedom, double level)
{
    std::vector<float> sorted;
    std::ranges::copy_if(t, std::back_inserter(sorted), [](float x) { return std::isfinite(x); });
    std::ranges::sort(sorted, std::ranges::greater());
    const auto count = static_cast<double>(sorted.size());
    double threshold = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < sorted.size(); ++k)
        if (math::studentTail(static_cast<double>(sorted[k]), degreesOfFreedom)
            <= level * static_cast<double>(k + 1) / count)
            threshold = static_cast<double>(sorted[k]);
    return threshold;
}

std::vector<Index> selectedVoxels(const VoxelEvidence& voxels, const Selection& selection)
{
    if (selection.criterion == Criterion::Top)
        return best(voxels, selection.count);
    const double corrected = selection.level / finiteCount(voxels.t);
    const double discovery
        = selection.criterion == Criterion::FalseDiscovery
              ? falseDiscoveryThreshold(voxels.t, voxels.degreesOfFreedom, selection.level)
              : 0;
    const auto isSelected = [&](std::size_t v) {
        const auto t = static_cast<double>(voxels.t[v]);
        switch (selection.criterion) {
        case Criterion::T: return t > selection.tThreshold;
        case Criterion::TAndGain:
            return t > selection.tThreshold
                   && static_cast<double>(voxels.gainP[v]) < selection.pThreshold;
        case Criterion::FamilyWise:
            return math::studentTail(t, voxels.degreesOfFreedom) < corrected;
        case Criterion::FalseDiscovery: return t >= discovery;
        case Criterion::Top: break;
        }
        return false;
    };
    std::vector<Index> selected;
    for (std::size_t v = 0; v < voxels.t.size(); ++v)
        if (isSelected(v))
            selected.push_back(static_cast<Index>(v));
    return selected;
}

std::vector<bool> isInside(const Within& within, const image::Grid& grid,
                           std::span<const image::Index> voxels)
{
    std::vector<bool> inside;
    for (const image::Index voxel : voxels) {
        const image::Voxel at = within.image.grid.nearest(grid.mm(voxel));
        inside.push_back(within.image.grid.contains(at)
                         && static_cast<double>(within.image.at(at)) > within.above);
    }
    return inside;
}

std::vector<Index> selectedVoxels(const VoxelEvidence& voxels, const Selection& selection,
                                  const std::vector<bool>& inside)
{
    if (inside.empty())
        return selectedVoxels(voxels, selection);
    const auto masked = [&](std::span<const float> values) {
        std::vector<float> result(values.begin(), values.end());
        for (std::size_t v = 0; v < result.size(); ++v)
            if (!inside[v])
                result[v] = std::numeric_limits<float>::quiet_NaN();
        return result;
    };
    const std::vector<float> t = masked(voxels.t);
    const std::vector<float> gain = masked(voxels.gain);
    return selectedVoxels({t, voxels.degreesOfFreedom, gain, voxels.gainP}, selection);
}

image::VoxelSet voxelsAt(const image::Grid& grid, std::span<const image::Index> voxels,
                         std::span<const Eigen::Index> positions)
{
    std::vector<image::Index> members;
    for (const Eigen::Index position : positions)
        members.push_back(voxels[static_cast<std::size_t>(position)]);
    return image::VoxelSet::of(grid.shape, members);
}

std::string describe(const Selection& selection, bool hasFixation)
{
    const std::string t = hasFixation ? "t(face - fixation)" : "t(face)";
    switch (selection.criterion) {
    case Criterion::T: return t + " > " + numberText(selection.tThreshold);
    case Criterion::TAndGain:
        return t + " > " + numberText(selection.tThreshold) + " and F test of the latents p < "
               + numberText(selection.pThreshold);
    case Criterion::FamilyWise:
        return t + ", family-wise error < " + numberText(selection.level) + " (Bonferroni)";
    case Criterion::FalseDiscovery:
        return t + ", false discovery rate < " + numberText(selection.level);
    case Criterion::Top: break;
    }
    return "the " + std::to_string(selection.count) + " voxels with the best ranks of " + t
           + " and of the gain by the latents";
}

} // namespace fusiform::glm

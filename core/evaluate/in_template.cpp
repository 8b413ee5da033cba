// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/in_template.h"

#include "core/util/parallel.h"

#include <cmath>

namespace fusiform::evaluate {

namespace {

using image::Index;
using image::Volume;

constexpr std::size_t kVoxelsTogether = 4096;

/// The voxel of `grid` that holds each voxel of the template; -1 outside.
std::vector<Index> sourcesOf(const image::Grid& grid, const preprocess::SpaceTransform& transform,
                             const image::Grid& inTemplate)
{
    std::vector<Index> sources(static_cast<std::size_t>(inTemplate.size()), -1);
    parallelBlocks(sources.size(), kVoxelsTogether, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const image::Voxel own
                = grid.nearest(transform.own(inTemplate.mm(static_cast<Index>(v))));
            if (grid.contains(own))
                sources[v] = grid.index(own);
        }
    });
    return sources;
}

Volume taken(const Volume& own, const std::vector<Index>& sources, const image::Grid& grid)
{
    Volume volume{grid, std::vector<float>(sources.size(), 0.F)};
    for (std::size_t v = 0; v < sources.size(); ++v)
        if (sources[v] >= 0)
            volume.values[v] = own.values[static_cast<std::size_t>(sources[v])];
    return volume;
}

} // namespace

InTemplate inTemplate(std::span<const SelectedVoxels> selections,
                      const preprocess::SpaceTransform& transform, const image::Grid& grid)
{
    InTemplate result{transform.space(), transform.file().filename().string(), {}};
    if (selections.empty())
        return result;
    const std::vector<Index> sources = sourcesOf(selections.front().partOf.grid, transform, grid);
    for (const SelectedVoxels& own : selections) {
        SelectedVoxels& placed = result.selections.emplace_back();
        placed.model = own.model;
        placed.mean = taken(own.mean, sources, grid);
        placed.partOf = taken(own.partOf, sources, grid);
        for (float& part : placed.partOf.values)
            part = std::min(part, 2.F);
    }
    return result;
}

CorticalBorder corticalBorder(const Volume& within, const std::string& file,
                              const preprocess::SpaceTransform* transform, const image::Grid& grid)
{
    CorticalBorder border{{grid, std::vector<float>(static_cast<std::size_t>(grid.size()), 0.F)},
                          file};
    parallelBlocks(
        border.share.values.size(), kVoxelsTogether, [&](std::size_t begin, std::size_t end) {
            for (std::size_t v = begin; v < end; ++v) {
                const image::Voxel voxel = grid.voxel(static_cast<Index>(v));
                float sum = 0;
                for (int corner = 0; corner < 8; ++corner) {
                    const Eigen::Vector3d part(corner & 1 ? 0.25 : -0.25, corner & 2 ? 0.25 : -0.25,
                                               corner & 4 ? 0.25 : -0.25);
                    const image::MmPoint at = grid.affine.mm(
                        {Eigen::Vector3d(static_cast<double>(voxel.i), static_cast<double>(voxel.j),
                                         static_cast<double>(voxel.k))
                         + part});
                    const float value = within.sample(transform ? transform->anatomical(at) : at);
                    sum += std::isfinite(value) ? value : 0.F;
                }
                border.share.values[v] = sum / 8;
            }
        });
    return border;
}

} // namespace fusiform::evaluate

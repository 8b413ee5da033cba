// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/components.h"

#include "core/image/voxel_box.h"

#include <algorithm>

namespace fusiform::roi {

namespace {

using image::Index;

/// The voxels of each piece, in the order of their first voxels.
std::vector<std::vector<Index>> piecesOf(const image::VoxelSet& set, Neighbours neighbours)
{
    const image::Grid grid{set.shape(), {}};
    std::vector<bool> isOpen(static_cast<std::size_t>(grid.size()));
    const std::vector<Index> members = set.indices();
    for (const Index member : members)
        isOpen[static_cast<std::size_t>(member)] = true;
    const auto takeIfOpen = [&](Index voxel) {
        const auto at = isOpen.begin() + voxel;
        const bool isNew = *at;
        *at = false;
        return isNew;
    };
    std::vector<std::vector<Index>> pieces;
    for (const Index member : members)
        if (std::vector<Index> piece = reached(grid, member, neighbours, takeIfOpen);
            !piece.empty())
            pieces.push_back(std::move(piece));
    return pieces;
}

} // namespace

std::vector<image::VoxelSet> components(const image::VoxelSet& set, Neighbours neighbours)
{
    std::vector<std::vector<Index>> pieces = piecesOf(set, neighbours);
    std::ranges::stable_sort(pieces, std::greater(), &std::vector<Index>::size);
    std::vector<image::VoxelSet> sets;
    for (const std::vector<Index>& piece : pieces)
        sets.push_back(image::VoxelSet::of(set.shape(), piece));
    return sets;
}

image::VoxelSet largestComponent(const image::VoxelSet& set, Neighbours neighbours)
{
    const std::vector<std::vector<Index>> pieces = piecesOf(set, neighbours);
    const auto largest = std::ranges::max_element(pieces, {}, &std::vector<Index>::size);
    return largest == pieces.end() ? set : image::VoxelSet::of(set.shape(), *largest);
}

image::VoxelSet withoutSmallComponents(const image::VoxelSet& set, Index least,
                                       Neighbours neighbours)
{
    std::vector<Index> kept;
    for (const std::vector<Index>& piece : piecesOf(set, neighbours))
        if (static_cast<Index>(piece.size()) >= least)
            kept.insert(kept.end(), piece.begin(), piece.end());
    return image::VoxelSet::of(set.shape(), kept);
}

image::VoxelSet withHolesFilled(const image::VoxelSet& set)
{
    if (set.isEmpty())
        return set;
    const image::VoxelBox bounds = image::boundsOf(set);
    // One voxel more on every side, also beyond the grid: so the outside is in one piece.
    const auto [width, height, depth] = bounds.shape();
    const image::Grid around{{width + 2, height + 2, depth + 2}, {}};
    const auto inSet = [&](const image::Voxel& v) {
        return image::Voxel{v.i + bounds.first[0] - 1, v.j + bounds.first[1] - 1,
                            v.k + bounds.first[2] - 1};
    };
    std::vector<bool> isOutside(static_cast<std::size_t>(around.size()));
    const auto takeIfOpen = [&](Index voxel) {
        const auto at = isOutside.begin() + voxel;
        const bool isNew = !*at && !set.contains(inSet(around.voxel(voxel)));
        *at = *at || isNew;
        return isNew;
    };
    (void)reached(around, 0, Neighbours::Faces, takeIfOpen);
    image::VoxelSet filled = set;
    for (Index voxel = 0; voxel < around.size(); ++voxel)
        if (!isOutside[static_cast<std::size_t>(voxel)])
            filled.insert(inSet(around.voxel(voxel)));
    return filled;
}

} // namespace fusiform::roi

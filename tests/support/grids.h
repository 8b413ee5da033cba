// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"
#include "core/util/random.h"

#include <algorithm>
#include <vector>

// Grids of every kind that images come on.
namespace fusiform::test {

/// @param linear columns: the edges of a voxel, mm; @param centre of the grid, mm.
inline image::Grid gridAround(std::array<image::Index, 3> shape, const Eigen::Matrix3d& linear,
                              const Eigen::Vector3d& centre = Eigen::Vector3d::Zero())
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() = linear;
    Eigen::Vector3d middle;
    for (int axis = 0; axis < 3; ++axis)
        middle[axis] = static_cast<double>(shape[static_cast<std::size_t>(axis)] - 1) / 2;
    affine.topRightCorner<3, 1>() = centre - linear * middle;
    return {shape, image::Affine(affine)};
}

inline Eigen::Matrix3d sizes(double x, double y, double z)
{
    return Eigen::Vector3d(x, y, z).asDiagonal();
}

inline Eigen::Matrix3d turned(double radians)
{
    return Eigen::AngleAxisd(radians, Eigen::Vector3d(1, 2, 3).normalized()).toRotationMatrix();
}

/// Equal voxels, flat ones, oblique ones, sheared ones.
inline std::vector<image::Grid> gridsOfAllKinds()
{
    Eigen::Matrix3d sheared = sizes(2, 3, 2.5);
    sheared(0, 1) = 1.2;
    sheared(1, 2) = -0.7;
    const Eigen::Vector3d off(0.3, -1.1, 0.7);
    return {gridAround({15, 13, 11}, sizes(2, 2, 2)),
            gridAround({12, 17, 9}, sizes(1.5, -2, 4), off),
            gridAround({14, 13, 12}, turned(0.4) * sizes(2, 2.5, 3), off),
            gridAround({13, 12, 11}, sheared, off)};
}

/// The same image as `grid` along other axes: stored axis a runs along axis order[a], backwards if
/// bit a of `flips` is set.
inline image::Grid reoriented(const image::Grid& grid, const std::array<int, 3>& order, int flips)
{
    Eigen::Matrix4d stored = Eigen::Matrix4d::Zero(); // voxel of `grid` from the stored voxel
    stored(3, 3) = 1;
    std::array<image::Index, 3> shape = {};
    for (int axis = 0; axis < 3; ++axis) {
        const int own = order[static_cast<std::size_t>(axis)];
        shape[static_cast<std::size_t>(axis)] = grid.shape[static_cast<std::size_t>(own)];
        const bool isFlipped = (flips >> axis & 1) != 0;
        stored(own, axis) = isFlipped ? -1 : 1;
        stored(own, 3)
            = isFlipped ? static_cast<double>(shape[static_cast<std::size_t>(axis)] - 1) : 0;
    }
    return {shape, image::Affine(grid.affine.mmFromVoxel() * stored)};
}

/// All 48 ways in which axes can be ordered and turned round.
inline std::vector<image::Grid> allOrientationsOf(const image::Grid& grid)
{
    std::vector<image::Grid> grids;
    std::array<int, 3> order = {0, 1, 2};
    do
        for (int flips = 0; flips < 8; ++flips)
            grids.push_back(reoriented(grid, order, flips));
    while (std::next_permutation(order.begin(), order.end()));
    return grids;
}

/// Where the members lie, in tenths of a millimetre, sorted: the same for any order of storage.
inline std::vector<std::array<long, 3>> placesOf(const image::VoxelSet& set,
                                                 const image::Grid& grid)
{
    std::vector<std::array<long, 3>> places;
    for (const image::Index index : set.indices()) {
        const Eigen::Vector3d at = grid.mm(index).at;
        places.push_back(
            {std::lround(10 * at[0]), std::lround(10 * at[1]), std::lround(10 * at[2])});
    }
    std::ranges::sort(places);
    return places;
}

/// Every voxel of the grid for which `belongs`, one by one.
template <class Belongs>
image::VoxelSet everyVoxel(const image::Grid& grid, Belongs belongs)
{
    image::VoxelSet set(grid.shape);
    for (image::Index v = 0; v < grid.size(); ++v)
        if (belongs(grid.mm(v).at))
            set.insert(grid.voxel(v));
    return set;
}

/// Each voxel with a probability.
inline image::VoxelSet randomSet(std::array<image::Index, 3> shape, double share, Random& random)
{
    image::VoxelSet set(shape);
    const image::Grid grid{shape, {}};
    for (image::Index v = 0; v < grid.size(); ++v)
        if (random.uniform() < share)
            set.insert(grid.voxel(v));
    return set;
}

} // namespace fusiform::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/resample.h"

#include "core/image/voxel_box.h"

#include <algorithm>
#include <cmath>

namespace fusiform::roi {

namespace {

/// Points in a voxel of `to`, as steps in mm from its centre.
std::vector<Eigen::Vector3d> pointsIn(const image::Grid& to, const image::Grid& from)
{
    const Eigen::Matrix3d edges = to.affine.mmFromVoxel().topLeftCorner<3, 3>();
    const double fine = from.affine.voxelSize().minCoeff();
    std::array<int, 3> counts = {};
    for (int axis = 0; axis < 3; ++axis) {
        // A hair below a whole number of voxels is that number.
        const double voxels = std::ceil(to.affine.voxelSize()[axis] / fine - 0.01);
        counts[static_cast<std::size_t>(axis)]
            = static_cast<int>(std::clamp(2 * voxels, 4.0, 16.0));
    }
    const auto step = [](int at, int count) { return (at + 0.5) / count - 0.5; };
    std::vector<Eigen::Vector3d> points;
    for (int z = 0; z < counts[2]; ++z)
        for (int y = 0; y < counts[1]; ++y)
            for (int x = 0; x < counts[0]; ++x)
                points.emplace_back(
                    edges
                    * Eigen::Vector3d(step(x, counts[0]), step(y, counts[1]), step(z, counts[2])));
    return points;
}

} // namespace

image::VoxelSet resampled(const PlacedSet& set, const image::Grid& grid,
                          const ResampleOptions& options, Progress& progress)
{
    if (image::isSameGrid(set.grid, grid, 0.01))
        return set.voxels;
    const std::vector<Eigen::Vector3d> points = options.how == Resampling::Nearest
                                                    ? std::vector{Eigen::Vector3d(0, 0, 0)}
                                                    : pointsIn(grid, set.grid);
    // Of an even number of points half is enough for one half, whatever rounding does.
    const double least = options.share * static_cast<double>(points.size()) - 1e-6;
    const image::VoxelBox around = image::voxelsAround(
        grid, cornersOf(set.grid, image::boundsOf(set.voxels)), grid.affine.voxelSize().sum() / 2);
    image::VoxelSet result(grid.shape);
    progress.begin(
        FUSIFORM_TR("core", "Bringing a mask to another grid"),
        around.isEmpty() ? 0 : static_cast<std::uint64_t>(around.last[2] - around.first[2] + 1));
    image::Index slice = around.first[2];
    image::forEachVoxel(around, [&](const image::Voxel& voxel) {
        if (voxel.k != slice) {
            slice = voxel.k;
            progress.step();
        }
        const Eigen::Vector3d centre = grid.mm(voxel).at;
        const auto inside = std::ranges::count_if(points, [&](const Eigen::Vector3d& step) {
            return set.voxels.contains(set.grid.nearest({centre + step}));
        });
        if (inside > 0 && static_cast<double>(inside) >= least)
            result.insert(voxel);
    });
    return result;
}

} // namespace fusiform::roi

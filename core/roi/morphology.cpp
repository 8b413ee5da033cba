// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/morphology.h"

#include "core/image/voxel_box.h"
#include "core/roi/spread.h"

#include <algorithm>
#include <cmath>

namespace fusiform::roi {

namespace {

using image::Index;
using image::Voxel;

/// Steps from a voxel along one row of the grid: from i + first to i + last.
struct Run {
    Index j = 0;
    Index k = 0;
    Index first = 0;
    Index last = 0;
};

/// The ball of `distanceMm` as rows of steps. In a straight row the squared distance is a parabola,
/// also where axes are sheared, so that the steps within the ball are in one run.
std::vector<Run> ballOfSteps(const image::Grid& grid, double distanceMm)
{
    const Eigen::Matrix3d axes = grid.affine.mmFromVoxel().topLeftCorner<3, 3>();
    const double reach = distanceMm + image::kTouchMm;
    const Eigen::Vector3d most
        = grid.affine.voxelFromMm().topLeftCorner<3, 3>().rowwise().norm() * reach;
    const auto limit = [&](int axis) {
        const auto size = static_cast<double>(grid.shape[static_cast<std::size_t>(axis)]);
        return static_cast<Index>(std::min(std::floor(most[axis]), size));
    };
    std::vector<Run> runs;
    for (Index k = -limit(2); k <= limit(2); ++k)
        for (Index j = -limit(1); j <= limit(1); ++j) {
            // |a i + b|² <= reach², solved for i.
            const Eigen::Vector3d a = axes.col(0);
            const Eigen::Vector3d b
                = axes.col(1) * static_cast<double>(j) + axes.col(2) * static_cast<double>(k);
            const double middle = -a.dot(b) / a.squaredNorm();
            const double inside = reach * reach - (b + middle * a).squaredNorm();
            if (inside < 0)
                continue;
            const double half = std::sqrt(inside / a.squaredNorm());
            const auto widest = static_cast<double>(grid.shape[0]);
            const auto first
                = static_cast<Index>(std::clamp(std::ceil(middle - half), -widest, widest));
            const auto last
                = static_cast<Index>(std::clamp(std::floor(middle + half), -widest, widest));
            if (first <= last)
                runs.push_back({j, k, first, last});
        }
    return runs;
}

/// Of voxels the nearest to a place outside has a neighbour outside, if axes are at right angles: a
/// step towards the place along an axis would else be nearer. Only such voxels have to be looked
/// at.
bool isAtRightAngles(const image::Affine& affine)
{
    const Eigen::Matrix3d axes = affine.mmFromVoxel().topLeftCorner<3, 3>().colwise().normalized();
    return (axes.transpose() * axes).isIdentity(1e-5); // single precision, with room
}

/// The voxels among `voxels` that have a neighbour for which `isOther`.
template <class IsOther>
std::vector<Index> bordering(const image::Grid& grid, const std::vector<Index>& voxels,
                             IsOther isOther)
{
    const std::vector<Voxel> steps = stepsTo(Neighbours::Faces);
    std::vector<Index> result;
    for (const Index index : voxels) {
        const Voxel v = grid.voxel(index);
        if (std::ranges::any_of(steps, [&](const Voxel& step) {
                const Voxel to = {v.i + step.i, v.j + step.j, v.k + step.k};
                return grid.contains(to) && isOther(to);
            }))
            result.push_back(index);
    }
    return result;
}

/// The voxels of the grid within a ball around any of `centres`.
std::vector<Index> reachOf(const image::Grid& grid, const std::vector<Index>& centres,
                           double distanceMm, Progress& progress)
{
    const std::vector<Run> ball = ballOfSteps(grid, distanceMm);
    // Where runs begin and end in each row; one place more for those that end with the row.
    const Index row = grid.shape[0] + 1;
    std::vector<std::int32_t> changes(static_cast<std::size_t>(row * grid.shape[1] * grid.shape[2]),
                                      0);
    progress.begin(FUSIFORM_TR("core", "Measuring distances"), centres.size());
    for (const Index centre : centres) {
        const Voxel v = grid.voxel(centre);
        for (const Run& run : ball) {
            const Voxel from = {std::max<Index>(0, v.i + run.first), v.j + run.j, v.k + run.k};
            const Index last = std::min(grid.shape[0] - 1, v.i + run.last);
            if (last < from.i || !grid.contains(from))
                continue;
            const Index begin = row * (from.j + grid.shape[1] * from.k);
            ++changes[static_cast<std::size_t>(begin + from.i)];
            --changes[static_cast<std::size_t>(begin + last + 1)];
        }
        progress.step();
    }
    std::vector<Index> result;
    for (Index line = 0; line < grid.shape[1] * grid.shape[2]; ++line) {
        std::int32_t open = 0;
        for (Index i = 0; i < grid.shape[0]; ++i) {
            open += changes[static_cast<std::size_t>(line * row + i)];
            if (open > 0)
                result.push_back(line * grid.shape[0] + i);
        }
    }
    return result;
}

} // namespace

image::VoxelSet grown(const image::VoxelSet& set, const image::Grid& grid, double distanceMm,
                      Progress& progress)
{
    if (!(distanceMm > 0) || set.isEmpty())
        return set;
    std::vector<Index> members = set.indices();
    if (isAtRightAngles(grid.affine))
        members = bordering(grid, members, [&](const Voxel& v) { return !set.contains(v); });
    return image::VoxelSet::of(grid.shape, reachOf(grid, members, distanceMm, progress))
        .united(set);
}

image::VoxelSet shrunk(const image::VoxelSet& set, const image::Grid& grid, double distanceMm,
                       Progress& progress)
{
    if (!(distanceMm > 0) || set.isEmpty())
        return set;
    const std::vector<image::MmPoint> corners = cornersOf(grid, image::boundsOf(set));
    std::vector<Index> others;
    image::forEachVoxel(image::voxelsAround(grid, corners, std::min(distanceMm, 1e6)),
                        [&](const Voxel& v) {
                            if (!set.contains(v))
                                others.push_back(grid.index(v));
                        });
    if (isAtRightAngles(grid.affine))
        others = bordering(grid, others, [&](const Voxel& v) { return set.contains(v); });
    return set.minus(image::VoxelSet::of(grid.shape, reachOf(grid, others, distanceMm, progress)));
}

} // namespace fusiform::roi

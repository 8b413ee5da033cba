// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/lasso.h"

#include "core/util/parallel.h"

#include <algorithm>

namespace fusiform::roi {

namespace {

/// Crossings of the ray to the right of a point with the outline: odd inside. An edge holds its
/// lower end and not its upper one, so that a ray through a corner counts once.
bool isInside(const Eigen::Vector2d& point, const std::vector<Eigen::Vector2d>& corners)
{
    bool isOdd = false;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
        const Eigen::Vector2d& a = corners[i];
        const Eigen::Vector2d& b = corners[j];
        if ((a.y() > point.y()) == (b.y() > point.y()))
            continue;
        const double x = a.x() + (point.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
        if (point.x() < x)
            isOdd = !isOdd;
    }
    return isOdd;
}

} // namespace

Eigen::Matrix<double, 3, 4> viewAlong(int rasAxis)
{
    Eigen::Matrix<double, 3, 4> view = Eigen::Matrix<double, 3, 4>::Zero();
    view(0, rasAxis == 0 ? 1 : 0) = 1;
    view(1, rasAxis == 2 ? 1 : 2) = 1;
    view(2, 3) = 1;
    return view;
}

image::VoxelSet inside(const image::Grid& grid, const Outline& outline,
                       const image::VoxelSet& allowed)
{
    image::VoxelSet result(grid.shape);
    if (outline.corners.size() < 3)
        return result;
    Eigen::Array2d lowest = outline.corners.front();
    Eigen::Array2d highest = lowest;
    for (const Eigen::Vector2d& corner : outline.corners) {
        lowest = lowest.min(corner.array());
        highest = highest.max(corner.array());
    }
    const std::vector<image::Index> voxels = allowed.indices();
    std::vector<std::uint8_t> isIn(voxels.size(), 0);
    constexpr std::size_t kAtOnce = 4096;
    parallelBlocks(voxels.size(), kAtOnce, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const Eigen::Vector3d seen
                = outline.viewFromMm * Eigen::Vector3d(grid.mm(voxels[v]).at).homogeneous();
            if (!(seen.z() > 0))
                continue;
            const Eigen::Vector2d point = seen.hnormalized();
            if ((point.array() >= lowest).all() && (point.array() <= highest).all())
                isIn[v] = isInside(point, outline.corners);
        }
    });
    for (std::size_t v = 0; v < voxels.size(); ++v)
        if (isIn[v])
            result.insert(grid.voxel(voxels[v]));
    return result;
}

} // namespace fusiform::roi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/shapes.h"

#include "core/image/voxel_box.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::roi {

namespace {

using Eigen::Vector3d;
using image::kTouchMm;

/// The set that a shape fills.
class Drawing {
public:
    Drawing(const image::Grid& grid, const image::VoxelSet* allowed)
        : m_allowed(allowed), m_voxels(grid.shape)
    {
    }
    void add(const image::Voxel& voxel)
    {
        if (m_allowed == nullptr || m_allowed->contains(voxel))
            m_voxels.insert(voxel);
    }
    [[nodiscard]] image::VoxelSet take() && { return std::move(m_voxels); }

private:
    const image::VoxelSet* m_allowed;
    image::VoxelSet m_voxels;
};

double distanceToLine(const Vector3d& at, const Vector3d& from, const Vector3d& to)
{
    const Vector3d way = to - from;
    const double squared = way.squaredNorm();
    const double part = squared > 0 ? std::clamp((at - from).dot(way) / squared, 0.0, 1.0) : 0;
    return (at - from - part * way).norm();
}

/// Points along a line, near enough to miss no voxel.
std::vector<image::MmPoint> pointsAlong(const image::Grid& grid, const Stroke& stroke)
{
    const Vector3d way = stroke.to.at - stroke.from.at;
    constexpr double kMostSteps = 8192; // far more than any head has voxels in a line
    const double steps = std::clamp(std::ceil(4 * way.norm() / grid.affine.voxelSize().minCoeff()),
                                    1.0, kMostSteps);
    std::vector<image::MmPoint> points;
    for (double step = 0; step <= steps; ++step)
        points.push_back({stroke.from.at + way * (step / steps)});
    return points;
}

/// How a ball measures, and how far from its line it reaches.
struct BallTip {
    [[nodiscard]] static double reach(double radius) { return radius; }
    [[nodiscard]] static double distance(const Vector3d& at, const Vector3d& from,
                                         const Vector3d& to)
    {
        return distanceToLine(at, from, to);
    }
};

/// The same of a disk. Lines lie in the middle of the slice.
struct DiskTip {
    Vector3d through;
    double half = 0; ///< of the thickness

    [[nodiscard]] double reach(double radius) const { return std::hypot(radius, half); }
    [[nodiscard]] double distance(const Vector3d& at, const Vector3d& from,
                                  const Vector3d& to) const
    {
        const double off = through.dot(at - from);
        // Of two layers at the same distance one is taken, also where rounding has touched them.
        if (off <= -half + kTouchMm || off > half + kTouchMm)
            return std::numeric_limits<double>::infinity();
        return distanceToLine(at - off * through, from, to);
    }
};

template <class Tip>
image::VoxelSet drawn(const image::Grid& grid, const Stroke& stroke, const Tip& tip,
                      const image::VoxelSet* allowed)
{
    Drawing drawing(grid, allowed);
    if (!stroke.from.at.allFinite() || !stroke.to.at.allFinite())
        return std::move(drawing).take();
    const double radius = std::isnan(stroke.radiusMm) ? 0.0 : std::max(0.0, stroke.radiusMm);
    const auto isNear = [&](const image::Voxel& voxel, const Vector3d& from, const Vector3d& to) {
        return tip.distance(grid.mm(voxel).at, from, to) <= radius + kTouchMm;
    };
    const std::array ends = {stroke.from, stroke.to};
    image::forEachVoxel(image::voxelsAround(grid, ends, tip.reach(radius)),
                        [&](const image::Voxel& voxel) {
                            if (isNear(voxel, stroke.from.at, stroke.to.at))
                                drawing.add(voxel);
                        });
    // A brush of this size meets a centre wherever it is.
    if (radius >= grid.affine.voxelSize().sum() / 2)
        return std::move(drawing).take();
    for (const image::MmPoint& point : pointsAlong(grid, stroke)) {
        bool isHeld = false;
        image::forEachVoxel(image::voxelsAround(grid, {&point, 1}, tip.reach(radius)),
                            [&](const image::Voxel& voxel) {
                                isHeld = isHeld || isNear(voxel, point.at, point.at);
                            });
        if (!isHeld)
            drawing.add(grid.nearest(point));
    }
    return std::move(drawing).take();
}

} // namespace

Slice sliceAcross(const image::Grid& grid, int rasAxis)
{
    const std::array<int, 3> axes = grid.affine.axes().axis;
    const auto voxelAxis = std::ranges::find(axes, rasAxis) - axes.begin();
    return {Vector3d::Unit(rasAxis), grid.affine.voxelSize()[voxelAxis]};
}

image::VoxelSet ball(const image::Grid& grid, const image::MmPoint& centre, double radiusMm,
                     const image::VoxelSet* allowed)
{
    return ballAlong(grid, {centre, centre, radiusMm}, allowed);
}

image::VoxelSet ballAlong(const image::Grid& grid, const Stroke& stroke,
                          const image::VoxelSet* allowed)
{
    return drawn(grid, stroke, BallTip{}, allowed);
}

image::VoxelSet disk(const image::Grid& grid, const Slice& slice, const image::MmPoint& centre,
                     double radiusMm)
{
    return diskAlong(grid, slice, {centre, centre, radiusMm});
}

image::VoxelSet diskAlong(const image::Grid& grid, const Slice& slice, const Stroke& stroke,
                          const image::VoxelSet* allowed)
{
    // The line of the brush, laid into the slice.
    const double off = slice.through.dot(stroke.to.at - stroke.from.at);
    const image::MmPoint to{stroke.to.at - off * slice.through};
    return drawn(grid, {stroke.from, to, stroke.radiusMm},
                 DiskTip{slice.through, slice.thicknessMm / 2}, allowed);
}

image::VoxelSet box(const image::Grid& grid, const image::MmPoint& corner,
                    const image::MmPoint& opposite, const image::VoxelSet* allowed)
{
    Drawing drawing(grid, allowed);
    const Eigen::Array3d low = corner.at.array().min(opposite.at.array());
    const Eigen::Array3d high = corner.at.array().max(opposite.at.array());
    if (!corner.at.allFinite() || !opposite.at.allFinite())
        return std::move(drawing).take();
    std::vector<image::MmPoint> corners;
    for (int c = 0; c < 8; ++c)
        corners.push_back(
            {Vector3d((c & 1) != 0 ? high[0] : low[0], (c & 2) != 0 ? high[1] : low[1],
                      (c & 4) != 0 ? high[2] : low[2])});
    bool isHeld = false;
    image::forEachVoxel(image::voxelsAround(grid, corners, 0), [&](const image::Voxel& voxel) {
        const Eigen::Array3d at = grid.mm(voxel).at;
        if ((at < low - kTouchMm).any() || (at > high + kTouchMm).any())
            return;
        isHeld = true;
        drawing.add(voxel);
    });
    if (!isHeld)
        drawing.add(grid.nearest({(corner.at + opposite.at) / 2}));
    return std::move(drawing).take();
}

} // namespace fusiform::roi

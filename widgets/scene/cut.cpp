// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/cut.h"

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

using Eigen::Vector3d;

bool Cut::isAway(const Vector3d& mm) const
{
    return !planes.empty() && std::ranges::all_of(planes, [&](const CutPlane& plane) {
        return plane.side * (mm[plane.axis()] - plane.atMm) > 0;
    });
}

std::optional<Cut::Passage> Cut::alongLine(const Vector3d& from, const Vector3d& to) const
{
    if (planes.empty())
        return {};
    Passage passage;
    for (std::size_t p = 0; p < planes.size(); ++p) {
        const CutPlane& plane = planes[p];
        const double start = plane.side * (from[plane.axis()] - plane.atMm);
        const double end = plane.side * (to[plane.axis()] - plane.atMm);
        if (start <= 0 && end <= 0)
            return {};
        const double crossing = start / (start - end);
        if (start <= 0)
            passage.enter = std::max(passage.enter, crossing);
        else if (end <= 0 && crossing < passage.leave) {
            passage.leave = crossing;
            passage.through = static_cast<int>(p);
        }
    }
    return passage.enter < passage.leave ? std::optional(passage) : std::nullopt;
}

SliceFrame Cut::faceOf(std::size_t plane, const Vector3d& low, const Vector3d& high,
                       double mmPerPixel) const
{
    Vector3d from = low;
    Vector3d to = high;
    for (const CutPlane& other : planes) {
        double& end = other.side > 0 ? from[other.axis()] : to[other.axis()];
        if (&other != &planes[plane])
            end = std::clamp(other.atMm, from[other.axis()], to[other.axis()]);
    }
    const PlaneAxes axes = axesOf(planes[plane].plane);
    SliceFrame frame;
    frame.plane = planes[plane].plane;
    frame.mmPerPixel = mmPerPixel;
    frame.centreMm = (from + to) / 2;
    frame.centreMm[axes.through] = planes[plane].atMm;
    const auto pixels = [&](int axis) {
        return static_cast<int>(std::ceil((to[axis] - from[axis]) / mmPerPixel));
    };
    frame.width = pixels(axes.right);
    frame.height = pixels(axes.up);
    // The edge along another plane has to lie on it exactly: pixels are left over on the far side.
    for (const CutPlane& other : planes)
        for (const int axis : {axes.right, axes.up})
            if (other.axis() == axis) {
                const double size = mmPerPixel * (axis == axes.right ? frame.width : frame.height);
                frame.centreMm[axis] = other.side > 0 ? from[axis] + size / 2 : to[axis] - size / 2;
            }
    return frame;
}

std::vector<std::uint8_t> insideMesh(const Eigen::Matrix3Xf& points,
                                     std::span<const std::array<std::int32_t, 3>> triangles,
                                     const SliceFrame& frame)
{
    const PlaneAxes axes = axesOf(frame.plane);
    const auto at = static_cast<float>(frame.centreMm[axes.through]);
    const auto height = static_cast<std::size_t>(std::max(0, frame.height));
    const auto width = static_cast<std::size_t>(std::max(0, frame.width));
    // Where the middle of each row of pixels meets the mesh, as x in pixels.
    std::vector<std::vector<double>> crossings(height);
    for (const auto& triangle : triangles) {
        // A corner on the plane counts as above it, so that the outline closes.
        std::array<bool, 3> isAbove{};
        for (std::size_t c = 0; c < 3; ++c)
            isAbove[c] = points(axes.through, triangle[c]) >= at;
        if (isAbove[0] == isAbove[1] && isAbove[1] == isAbove[2])
            continue;
        std::array<Eigen::Vector2d, 2> ends;
        std::size_t found = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const std::size_t next = (c + 1) % 3;
            if (isAbove[c] == isAbove[next])
                continue;
            // From the lower to the upper end: both triangles of an edge find the same point.
            const auto low = points.col(triangle[isAbove[c] ? next : c]);
            const auto high = points.col(triangle[isAbove[c] ? c : next]);
            const double share = (static_cast<double>(at) - low[axes.through])
                                 / (static_cast<double>(high[axes.through]) - low[axes.through]);
            const Vector3d mm
                = low.cast<double>() + share * (high.cast<double>() - low.cast<double>());
            ends[found++] = frame.pixel({mm});
        }
        const auto& [a, b] = ends;
        const double top = std::min(a.y(), b.y());
        const double bottom = std::max(a.y(), b.y());
        const double first = std::max(0.0, std::ceil(top - 0.5));
        for (double row = first; row + 0.5 < bottom && row < static_cast<double>(height); ++row)
            crossings[static_cast<std::size_t>(row)].push_back(
                a.x() + (row + 0.5 - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
    }
    std::vector<std::uint8_t> inside(width * height, 0);
    for (std::size_t row = 0; row < height; ++row) {
        std::vector<double>& xs = crossings[row];
        std::ranges::sort(xs);
        for (std::size_t pair = 0; pair + 1 < xs.size(); pair += 2) {
            const double from = std::max(0.0, std::ceil(xs[pair] - 0.5));
            for (double x = from; x + 0.5 < xs[pair + 1] && x < static_cast<double>(width); ++x)
                inside[row * width + static_cast<std::size_t>(x)] = 1;
        }
    }
    return inside;
}

} // namespace fusiform::scene

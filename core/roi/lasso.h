// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"

#include <Eigen/Dense>

#include <vector>

namespace fusiform::roi {

/// A line drawn around something in a flat view of the brain: a slice, or the screen.
struct Outline {
    /// (x, y, w) = viewFromMm (mm, 1); a point of the view is (x / w, y / w), and points with w <=
    /// 0 are not in it.
    Eigen::Matrix<double, 3, 4> viewFromMm;
    std::vector<Eigen::Vector2d> corners; ///< the last is joined with the first
};

/// A view along a RAS axis (0: from the side, 1: from the front, 2: from above) in millimetres of
/// the other two, in their order.
[[nodiscard]] Eigen::Matrix<double, 3, 4> viewAlong(int rasAxis);

/// The members of `allowed` whose centres lie inside the outline, however deep. Where the line
/// crosses itself, what it goes around an even number of times is outside. With fewer than three
/// corners nothing is.
[[nodiscard]] image::VoxelSet inside(const image::Grid& grid, const Outline& outline,
                                     const image::VoxelSet& allowed);

} // namespace fusiform::roi

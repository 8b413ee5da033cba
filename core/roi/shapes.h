// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/voxel_set.h"

namespace fusiform::roi {

// Shapes in millimetres as voxels of a grid. A voxel belongs by its centre; centres on the border
// (within image::kTouchMm) belong too. Where a shape is too small to hold a centre, the voxel that
// was pointed at is taken, so that no stroke is lost between voxels. Points outside the grid are
// fine: what lies in the grid is taken. Points that are not finite take nothing, a radius that is
// negative or NaN counts as 0. Each costs what the box around the shape holds, not what the grid
// does. All are safe on any thread.
//
// `allowed` is the set that shapes are cut to, on the same grid (the brain mask); nullptr: the
// whole grid.

/// The way of a round brush: a straight line, or a point where both ends are one.
struct Stroke {
    image::MmPoint from;
    image::MmPoint to;
    double radiusMm = 0;
};

/// What one slice shows: the space between two planes.
struct Slice {
    Eigen::Vector3d through = Eigen::Vector3d::UnitZ(); ///< RAS, of length 1
    double thicknessMm = 1;
};
/// A slice across a RAS axis (0: sagittal, 1: coronal, 2: axial), as thick as the voxels are along
/// the axis of the grid that is nearest to it.
[[nodiscard]] Slice sliceAcross(const image::Grid& grid, int rasAxis);

/// Voxels within `radiusMm` of a point.
[[nodiscard]] image::VoxelSet ball(const image::Grid& grid, const image::MmPoint& centre,
                                   double radiusMm, const image::VoxelSet* allowed = nullptr);
/// Voxels within the radius of a line: what a ball meets on its way.
[[nodiscard]] image::VoxelSet ballAlong(const image::Grid& grid, const Stroke& stroke,
                                        const image::VoxelSet* allowed = nullptr);

/// Voxels of the slice through `centre` within `radiusMm` of it, measured in the slice. Where the
/// slice lies half-way between two layers of voxels the upper one is taken.
[[nodiscard]] image::VoxelSet disk(const image::Grid& grid, const Slice& slice,
                                   const image::MmPoint& centre, double radiusMm);
/// What a disk meets on its way in the slice through `stroke.from`; how far `stroke.to` lies off
/// that slice does not count.
[[nodiscard]] image::VoxelSet diskAlong(const image::Grid& grid, const Slice& slice,
                                        const Stroke& stroke,
                                        const image::VoxelSet* allowed = nullptr);

/// Voxels between two opposite corners, along the axes of RAS.
[[nodiscard]] image::VoxelSet box(const image::Grid& grid, const image::MmPoint& corner,
                                  const image::MmPoint& opposite,
                                  const image::VoxelSet* allowed = nullptr);

} // namespace fusiform::roi

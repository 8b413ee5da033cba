// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/region.h"
#include "core/roi/resample.h"
#include "core/util/progress.h"

#include <filesystem>

namespace fusiform::import {

/// What to do with a mask on another grid than it is wanted on.
enum class OtherGrid { Resample, Refuse };

struct RegionFileOptions {
    OtherGrid otherGrid = OtherGrid::Resample;
    roi::ResampleOptions resampling;
    /// A voxel belongs if its value is at least this. None: masks of whole numbers, where what is
    /// not 0 belongs.
    std::optional<double> threshold;
    std::filesystem::path surface; ///< of vertex labels; empty: looked for, see surface_search
    std::filesystem::path pial; ///< empty: `surface` is the only one
};

/// A mask (NIfTI, .mgz) on its own grid.
/// @throws Error{BadData} if it has several volumes, no orientation, NaN or values between whole
/// numbers without a threshold, or no voxel. Warns of several values other than 0.
[[nodiscard]] roi::PlacedSet readMask(const std::filesystem::path& file,
                                      const std::optional<double>& threshold, Progress& progress);

/// A set on another grid; a warning tells voxels and volume before and after, and calls it by the
/// file. The same grid says nothing.
/// @throws Error{BadData} if the grid is another and options refuse that, or if no voxel is left.
[[nodiscard]] image::VoxelSet broughtTo(const image::Grid& grid, const roi::PlacedSet& set,
                                        const std::filesystem::path& file,
                                        const RegionFileOptions& options, Progress& progress);

/// A region on the grid of a fit, called by its file:
/// - a mask (NIfTI, .mgz), see above; it may have voxels outside the fit's brain mask;
/// - a .label of FreeSurfer whose points are no vertices: the voxels of the brain mask that hold
///   one of them. The points are in scanner RAS (vox2ras=scanner), or else in that of
///   `options.surface`, a surface of FreeSurfer's own format;
/// - labels of vertices (.label, .annot, .label.gii) with one region: see import/surface_labels.
/// @throws Error{BadData}
[[nodiscard]] roi::Region readRegion(const std::filesystem::path& file, const glm::Fit& fit,
                                     const RegionFileOptions& options, Progress& progress);

/// The grid of an image (NIfTI, .mgz). @throws Error{BadData}, also if it has no orientation.
[[nodiscard]] image::Grid gridOf(const std::filesystem::path& file);
/// The image's one volume. @throws Error{BadData}, also if it has several, or no orientation.
[[nodiscard]] image::Volume readPlacedVolume(const std::filesystem::path& file);

} // namespace fusiform::import

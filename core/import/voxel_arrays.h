// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/import/matlab_arrays.h"

#include <optional>

namespace fusiform::import {

/// The voxels that arrays of the published files may have one column for each: all of the grid, or
/// those of the mask. MATLAB counts both with the first index fastest, from 1.
struct VoxelSpace {
    image::Grid grid;
    std::vector<Index> maskVoxels; ///< linear indices of the grid, from 0, ascending
    std::vector<std::int32_t> maskOrder; ///< per voxel of the grid: its place in the mask, or -1

    [[nodiscard]] Index maskCount() const { return static_cast<Index>(maskVoxels.size()); }
    /// Places are counted.
    static VoxelSpace of(image::Grid grid, std::vector<Index> maskVoxels);
};

/// How an array lies over the voxels: `others` numbers (faces, latents) for each voxel, either
/// together (others x voxels, as published) or one picture of the brain after the other.
struct VoxelArray {
    io::MatVariable variable;
    Index others = 1;
    Index columns = 0; ///< voxels
    bool isVoxelFirst = false;
    bool isMaskOnly = false; ///< columns are those of the mask, not of the grid

    /// The column of a voxel of the grid; -1 if it has none.
    [[nodiscard]] Index columnOf(Index voxel, const VoxelSpace& space) const
    {
        return isMaskOnly ? space.maskOrder[static_cast<std::size_t>(voxel)] : voxel;
    }
};

/// How `variable` lies over the voxels, by its shape alone: dimensions of 1 do not count, and the
/// grid may be one dimension or three. Nothing if it does not.
[[nodiscard]] std::optional<VoxelArray> asVoxelArray(const io::MatVariable& variable,
                                                     const VoxelSpace& space);
/// A matrix over a list of `columns` voxels; either way round, published order preferred.
[[nodiscard]] std::optional<VoxelArray> asMatrixOver(const io::MatVariable& variable, Index others,
                                                     Index columns);

/// Where a column of an array goes to.
struct ColumnTarget {
    Index column = 0;
    Index target = 0;
};
/// Columns of an array as float32, others x targets; NaN where no column goes. Blocks of the file
/// without a wanted column are passed over.
/// @param wanted sorted by column. @throws Error{BadData}
[[nodiscard]] Eigen::MatrixXf gather(const MatlabFile& file, const VoxelArray& array,
                                     std::span<const ColumnTarget> wanted, Index targets,
                                     Progress& progress);
/// One row for each of `voxels` (of the grid, any order) in their order: others x voxels.
[[nodiscard]] Eigen::MatrixXf gatherVoxels(const MatlabFile& file, const VoxelArray& array,
                                           const VoxelSpace& space, std::span<const Index> voxels,
                                           Progress& progress);

} // namespace fusiform::import

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/voxel_arrays.h"

#include <optional>

namespace fusiform::import {

/// Numbers of a published file that belong together.
struct PublishedArray {
    MatlabFile file;
    VoxelArray array;
};

/// The W of one face model in the published files: of the whole brain (W_NAME.mat), and of the
/// voxels the authors selected (ROI_NAME.mat). One of the two may be missing. Rows are latents, the
/// bias last (methods 1.8).
struct PublishedWeights {
    std::string model; ///< "vaegan", "pca"
    Index latents = 0;
    std::optional<PublishedArray> whole;
    std::optional<PublishedArray> roi; ///< columns are roiVoxels
    std::vector<Index> roiVoxels; ///< linear indices of the grid, from 0, in the file's order
};

/// @param isIndexOfMask whether the columns of the test patterns, which the indices of an ROI count
/// from 1, are the voxels of the mask instead of the grid.
/// @return nothing if neither file is there.
/// @throws Error{BadData} if one is there and is not what it should be.
[[nodiscard]] std::optional<PublishedWeights> findWeights(std::optional<MatlabFile> wholeFile,
                                                          std::optional<MatlabFile> roiFile,
                                                          const VoxelSpace& space,
                                                          bool isIndexOfMask, Progress& progress);

/// The voxels that an ROI file lists (validindices), of the grid from 0, in the file's order.
/// @throws Error{BadData}
[[nodiscard]] std::vector<Index> roiVoxels(const MatlabFile& file, const VoxelSpace& space,
                                           bool isIndexOfMask, Progress& progress);

/// Compares the two files at some of the ROI's voxels: they must say the same, which also proves
/// that indices and voxels mean the same in both. Does nothing if one is missing.
/// @throws Error{BadData}
void checkAgreement(const PublishedWeights& weights, const VoxelSpace& space, Progress& progress);

/// Writes W of `voxels` (of the grid, ascending) as a raw file of rows x voxels float32, one
/// voxel's numbers contiguous, in portions: W never is in memory as a whole. Voxels that have no
/// weights get NaN.
/// @param scale factors of the rows, the bias last. @return voxels with a number that is not finite
Index writeWeights(const PublishedWeights& weights, const VoxelSpace& space,
                   std::span<const Index> voxels, const Eigen::VectorXf& scale,
                   const std::filesystem::path& target, Progress& progress);

} // namespace fusiform::import

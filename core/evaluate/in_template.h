// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/selected_voxels.h"
#include "core/preprocess/space_transform.h"

#include <span>

namespace fusiform::evaluate {

/// What was selected in one subject, on a grid that subjects share.
struct InTemplate {
    std::string space; ///< "MNI152NLin2009cAsym"; empty: not brought there
    std::string file; ///< name of the transform
    std::vector<SelectedVoxels> selections; ///< of each face model: mean and partOf alone, without
                                            ///< parts (1 in the mask, 2 selected)
};

/// Every voxel of the grid asks which voxel of the subject holds its centre. Nearest and not
/// interpolated: of a mask interpolated above a half, voxels that were selected alone would vanish,
/// and so would borders between thirds.
[[nodiscard]] InTemplate inTemplate(std::span<const SelectedVoxels> selections,
                                    const preprocess::SpaceTransform& transform,
                                    const image::Grid& grid);

/// Where the cortex of a subject ends inwards, on a grid that subjects share.
struct CorticalBorder {
    image::Volume share; ///< of a voxel that lies within: 0 ... 1
    std::string file; ///< name of the image it was read from
};
/// The mean of eight points in each voxel; 0 outside the image.
/// @param transform null: the grid lies in the world of the image
[[nodiscard]] CorticalBorder corticalBorder(const image::Volume& within, const std::string& file,
                                            const preprocess::SpaceTransform* transform,
                                            const image::Grid& grid);

} // namespace fusiform::evaluate

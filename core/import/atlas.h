// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/label_names.h"
#include "core/roi/region.h"
#include "core/util/progress.h"

#include <span>

namespace fusiform::import {

/// A label image in scanner space: a whole number a voxel, and what the numbers mean.
struct Atlas {
    std::string name; ///< the file's, without extensions
    image::Volume labels;
    io::LabelNames names; ///< may lack some, or all
};

/// Reads a label image (NIfTI, or FreeSurfer's .mgz as aparc+aseg) and its names. Without a file of
/// names one beside the image is taken: atlas.nii.gz may have atlas.nii.txt, atlas.tsv, ...
/// @throws Error{BadData} if it has more than one volume, or a value that is no whole number (then
/// it is not a label image).
[[nodiscard]] Atlas readAtlas(const std::filesystem::path& file,
                              const std::filesystem::path& namesFile);

/// The label of each voxel: the one most often met on a regular lattice of points in it, about as
/// many as atlas voxels fit in (1 to 8 an axis), each point taking the atlas voxel it lies in.
/// Points outside of the atlas count as 0, the background. Of labels met equally often the one at
/// the centre wins, else the smaller number.
/// @param voxels linear indices of `grid`.
[[nodiscard]] std::vector<std::int64_t> labelsOnGrid(const image::Volume& labels,
                                                     const image::Grid& grid,
                                                     std::span<const image::Index> voxels,
                                                     Progress& progress);

/// A region of an atlas on the grid of a fit.
struct AtlasRegion {
    std::int64_t label = 0;
    roi::Region region;
};
/// The labels that have voxels in the mask of the fit, in the order of their numbers.
[[nodiscard]] std::vector<AtlasRegion> atlasRegions(const Atlas& atlas, const glm::Fit& fit,
                                                    Progress& progress);

/// A colour for a label that has none. Neighbouring numbers are far apart on the circle of hues.
[[nodiscard]] std::array<std::uint8_t, 3> colourOfLabel(std::int64_t label);

} // namespace fusiform::import

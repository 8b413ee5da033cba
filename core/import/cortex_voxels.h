// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/surface.h"
#include "core/image/volume.h"
#include "core/util/progress.h"

#include <filesystem>
#include <span>

namespace fusiform::import {

constexpr std::int32_t kNoParcel = -1;

/// One side of the cortex between two surfaces, and what each vertex belongs to.
struct Cortex {
    std::filesystem::path file; ///< of `inner`, for messages
    image::Surface inner; ///< the white surface, or the only one
    Eigen::Matrix3Xd outer; ///< the same vertices on the pial surface, mm; empty: there is only one
    std::vector<std::int32_t> parcels; ///< one a vertex; kNoParcel: none
};

/// How deep in the cortex: 0 is the white surface, 1 the pial one.
struct CortexDepths {
    double from = 0;
    double to = 1;
};

/// The parcel that fills most of the cortex in each voxel, kNoParcel for voxels without cortex or
/// with more of it outside of any parcel.
///
/// Each triangle is cut into equal smaller ones, and the way from its inner to its outer corners
/// into equal steps, all shorter than half of the smallest edge of a voxel, so that there are no
/// holes however large the triangles are. The middle of each piece counts for the voxel it lies in,
/// by the volume of the piece, and belongs to the parcel with the most weight among the three
/// corners there. Of equals the smaller number wins. Pieces are added in the order of the
/// triangles, by one thread.
/// @param voxels linear indices of `grid`.
/// @return one a voxel.
/// @throws Error{BadData} if triangles or the way between the surfaces are far too long.
[[nodiscard]] std::vector<std::int32_t> parcelsOfVoxels(std::span<const Cortex> sides,
                                                        const image::Grid& grid,
                                                        std::span<const image::Index> voxels,
                                                        const CortexDepths& depths,
                                                        Progress& progress);

} // namespace fusiform::import

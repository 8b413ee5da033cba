// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/atlas.h"
#include "core/import/cortex_voxels.h"
#include "core/import/surface_search.h"

namespace fusiform::import {

/// Regions of a parcellation of the cortical surface (.annot, .label, GIFTI) on the grid of a fit,
/// both sides together: see parcelsOfVoxels. With one surface only the voxels that it passes
/// through count, and depths do not.
///
/// Names of files that tell their side begin with "lh " or "rh ". No regions are made of the medial
/// wall and what is unknown: labels called unknown, ???, background or medial wall in any spelling,
/// label 0 without a name, and vertices without a label; but they take part in deciding what fills
/// most of a voxel.
/// @return the labels that have voxels in the mask of the fit, side by side in the order of their
/// numbers; both sides may have the same numbers.
/// @throws Error{BadData} if files are damaged or do not belong together.
/// Warns of a surface that does not say how it lies to the scanner.
[[nodiscard]] std::vector<AtlasRegion> surfaceRegions(std::span<const LabelledSurfaceFiles> sides,
                                                      const glm::Fit& fit,
                                                      const CortexDepths& depths,
                                                      Progress& progress);

} // namespace fusiform::import

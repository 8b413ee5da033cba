// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/slab.h"
#include "core/glm/study_design.h"

#include <vector>

namespace fusiform::glm {

/// What the solution of the design's normal equations takes whatever the number of voxels, MB.
[[nodiscard]] double equationsMb(const StudyDesign& design);

/// Cuts the voxels into slabs whose sums and estimates stay in `freeMb`, at whole blocks of
/// NormalEquations, so that the estimates do not depend on the cut. Never smaller than one block.
/// @param reach voxels after each slab whose sums are wanted too
[[nodiscard]] std::vector<Slab> slabsOf(Eigen::Index voxels, const StudyDesign& design,
                                        double freeMb, Eigen::Index reach = 0);

} // namespace fusiform::glm

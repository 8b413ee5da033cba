// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/study_design.h"

#include <vector>

namespace fusiform::glm {

/// Voxels estimated together: candidates [begin, end).
struct Slab {
    Eigen::Index begin = 0;
    Eigen::Index end = 0;
    [[nodiscard]] Eigen::Index size() const { return end - begin; }
};

/// What the solution of the design's normal equations takes whatever the number of voxels, MB.
[[nodiscard]] double equationsMb(const StudyDesign& design);

/// Cuts the voxels into slabs whose sums and estimates stay in `freeMb`, at whole blocks of
/// NormalEquations, so that the estimates do not depend on the cut. Never smaller than one block.
[[nodiscard]] std::vector<Slab> slabsOf(Eigen::Index voxels, const StudyDesign& design,
                                        double freeMb);

} // namespace fusiform::glm

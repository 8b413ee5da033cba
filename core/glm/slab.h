// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace fusiform::glm {

/// Voxels estimated together: candidates [begin, end).
struct Slab {
    Eigen::Index begin = 0;
    Eigen::Index end = 0;
    Eigen::Index sumsEnd = 0; ///< the sums are of [begin, sumsEnd): neighbours may be wanted too
    [[nodiscard]] Eigen::Index size() const { return end - begin; }
    [[nodiscard]] Eigen::Index sums() const { return sumsEnd - begin; }
};

} // namespace fusiform::glm

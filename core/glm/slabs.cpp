// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/slabs.h"

#include "core/glm/normal_equations.h"

#include <algorithm>

namespace fusiform::glm {

using Eigen::Index;

std::vector<Slab> slabsOf(Index voxels, const StudyDesign& design, double freeMb)
{
    Index largest = 0;
    double kept = 0; // numbers a voxel that stay until the end
    for (std::size_t m = 0; m < design.modelCount(); ++m) {
        largest = std::max(largest, static_cast<Index>(design.columnsWith(m).size()));
        kept += 2.0 * static_cast<double>(design.conditionCount());
    }
    const auto columns = static_cast<double>(design.columns());
    // XᵀX, its part for one model, its factor, its inverse and their scratch.
    const double solverMb
        = 8e-6 * (columns * columns + 5.0 * static_cast<double>(largest * largest));
    const double keptMb = 4e-6 * kept * static_cast<double>(voxels);
    const double voxelMb = 8e-6 * (columns + NormalEquations::kTrialsTogether)
                           + 4e-6 * static_cast<double>(largest + design.conditionCount());
    const double fitting = std::max(0.0, freeMb - solverMb - keptMb) / voxelMb;
    const Index blocks = static_cast<Index>(fitting) / NormalEquations::kVoxelBlock;
    const Index size = std::max<Index>(1, blocks) * NormalEquations::kVoxelBlock;
    std::vector<Slab> slabs;
    for (Index begin = 0; begin < voxels; begin += size)
        slabs.push_back({begin, std::min(voxels, begin + size)});
    return slabs;
}

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/slabs.h"

#include "core/glm/normal_equations.h"

#include <algorithm>

namespace fusiform::glm {

using Eigen::Index;

namespace {
/// Columns of the largest model.
Index largestModel(const StudyDesign& design)
{
    Index largest = 0;
    for (std::size_t m = 0; m < design.modelCount(); ++m)
        largest = std::max(largest, static_cast<Index>(design.columnsWith(m).size()));
    return largest;
}
} // namespace

double equationsMb(const StudyDesign& design)
{
    const auto columns = static_cast<double>(design.columns());
    const auto largest = static_cast<double>(largestModel(design));
    // XᵀX, its part for one model, its factor, its inverse and their scratch.
    return 8e-6 * (columns * columns + 5 * largest * largest);
}

std::vector<Slab> slabsOf(Index voxels, const StudyDesign& design, double freeMb, Index reach)
{
    // Numbers a voxel that stay until the end.
    const double kept = 2.0 * static_cast<double>(design.conditionCount())
                        * static_cast<double>(design.modelCount());
    const auto columns = static_cast<double>(design.columns());
    const double keptMb = 4e-6 * kept * static_cast<double>(voxels);
    const double voxelMb
        = 8e-6 * (columns + NormalEquations::kTrialsTogether)
          + 4e-6 * static_cast<double>(largestModel(design) + design.conditionCount());
    const double fitting = std::max(0.0, freeMb - equationsMb(design) - keptMb) / voxelMb;
    constexpr Index kBlock = NormalEquations::kVoxelBlock;
    const Index beyond = (reach + kBlock - 1) / kBlock * kBlock;
    const bool fitsAll = static_cast<Index>(fitting) >= voxels;
    const Index blocks = (static_cast<Index>(fitting) - (fitsAll ? 0 : beyond)) / kBlock;
    const Index size = fitsAll ? voxels : std::max<Index>(1, blocks) * kBlock;
    std::vector<Slab> slabs;
    for (Index begin = 0; begin < voxels; begin += size)
        slabs.push_back(
            {begin, std::min(voxels, begin + size), std::min(voxels, begin + size + beyond)});
    return slabs;
}

} // namespace fusiform::glm

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/neighbours.h"

#include "core/util/parallel.h"
#include "core/util/wide.h"

#include <algorithm>

namespace fusiform::glm {

namespace {
using Eigen::Index;
using Step = std::array<int, 3>;

/// Of all steps to another voxel of a cell, those that go up in the order of the grid.
std::array<Step, Neighbours::kCount> forwardSteps()
{
    std::array<Step, Neighbours::kCount> steps;
    std::size_t count = 0;
    for (int k = 0; k <= 1; ++k)
        for (int j = -1; j <= 1; ++j)
            for (int i = -1; i <= 1; ++i)
                if (k > 0 || j > 0 || (j == 0 && i > 0))
                    steps[count++] = {i, j, k};
    return steps;
}

FUSIFORM_WIDE void addProducts(const float* a, const float* b, Index count, double* sums)
{
    for (Index i = 0; i < count; ++i)
        sums[i] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
}
} // namespace

int Neighbours::numberOf(const std::array<int, 3>& step)
{
    static const std::array<Step, kCount> kSteps = forwardSteps();
    const auto found = std::ranges::find(kSteps, step);
    return found == kSteps.end() ? -1 : static_cast<int>(found - kSteps.begin());
}

Neighbours::Neighbours(const std::array<image::Index, 3>& shape,
                       std::span<const image::Index> voxels)
    : m_size(static_cast<Index>(voxels.size()))
{
    const image::Grid grid{shape, {}};
    std::vector<Index> positions(static_cast<std::size_t>(grid.size()), -1);
    for (std::size_t p = 0; p < voxels.size(); ++p)
        positions[static_cast<std::size_t>(voxels[p])] = static_cast<Index>(p);
    const std::array<Step, kCount> steps = forwardSteps();
    for (std::size_t k = 0; k < steps.size(); ++k) {
        std::vector<Stretch>& stretches = m_stretches[k];
        for (Index p = 0; p < m_size; ++p) {
            image::Voxel voxel = grid.voxel(voxels[static_cast<std::size_t>(p)]);
            voxel.i += steps[k][0];
            voxel.j += steps[k][1];
            voxel.k += steps[k][2];
            const Index other = grid.contains(voxel)
                                    ? positions[static_cast<std::size_t>(grid.index(voxel))]
                                    : -1;
            if (other < 0)
                continue;
            m_reach = std::max(m_reach, other - p);
            if (!stretches.empty() && stretches.back().end == p
                && stretches.back().shift == other - p)
                ++stretches.back().end;
            else
                stretches.push_back({p, p + 1, other - p});
        }
    }
}

void addProducts(const Neighbours& neighbours, Index first, Index last, const ScanValues& values,
                 NeighbourProducts& products, Progress& progress)
{
    parallelBlocks(static_cast<std::size_t>(last - first), kBlockOfVoxels,
                   [&](std::size_t blockBegin, std::size_t blockEnd) {
                       progress.checkpoint();
                       const Index begin = first + static_cast<Index>(blockBegin);
                       const Index end = first + static_cast<Index>(blockEnd);
                       for (int k = 0; k < Neighbours::kCount; ++k) {
                           double* const sums = products.col(k).data();
                           const auto& stretches = neighbours.stretches(k);
                           auto stretch = std::ranges::upper_bound(stretches, begin, {},
                                                                   &Neighbours::Stretch::end);
                           for (; stretch != stretches.end() && stretch->begin < end; ++stretch) {
                               const Index from = std::max(stretch->begin, begin);
                               const Index to = std::min(stretch->end, end);
                               for (Index t = 0; t < values.rows(); ++t) {
                                   const float* const y = values.row(t).data() + (from - first);
                                   addProducts(y, y + stretch->shift, to - from, sums + from);
                               }
                           }
                       }
                   });
}

} // namespace fusiform::glm

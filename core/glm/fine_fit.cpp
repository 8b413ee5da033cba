// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_fit.h"

#include "core/math/symmetric_solve.h"
#include "core/util/parallel.h"

#include <algorithm>

namespace fusiform::glm {

using Eigen::Index;

Residuals::Residuals(Index voxels)
    : squares(static_cast<std::size_t>(voxels)),
      products(NeighbourProducts::Zero(voxels, Neighbours::kCount))
{
}

void Residuals::add(const Slab& slab, const NormalEquations& equations,
                    std::span<const Index> columns, const Neighbours& neighbours,
                    const NeighbourProducts& ofScans, Progress& progress)
{
    const std::vector<Index> columnList(columns.begin(), columns.end());
    const math::SymmetricSolver solver(equations.xtx()(columnList, columnList));
    rank = solver.rank();
    degreesOfFreedom = static_cast<double>(equations.degreesOfFreedom() - solver.rank());
    products.middleRows(slab.begin, slab.size()) = ofScans.middleRows(slab.begin, slab.size());
    // The columns of a model are few stretches of neighbours; dot products go stretch by stretch.
    struct Columns {
        Index first, count, row;
    };
    std::vector<Columns> parts;
    for (std::size_t c = 0; c < columnList.size(); ++c)
        if (!parts.empty() && parts.back().first + parts.back().count == columnList[c])
            ++parts.back().count;
        else
            parts.push_back({columnList[c], 1, static_cast<Index>(c)});
    const auto explained = [&](const auto& beta, Index voxel) {
        double sum = 0;
        for (const Columns& part : parts)
            sum += beta.segment(part.row, part.count)
                       .dot(
                           equations.xty().col(voxel - slab.begin).segment(part.first, part.count));
        return sum;
    };
    parallelBlocks(
        static_cast<std::size_t>(slab.size()), NormalEquations::kVoxelBlock,
        [&](std::size_t begin, std::size_t end) {
            progress.checkpoint();
            const Index first = slab.begin + static_cast<Index>(begin);
            const Index last = slab.begin + static_cast<Index>(end);
            Eigen::MatrixXd beta = equations.xty().middleCols(first - slab.begin,
                                                              last - first)(columnList, Eigen::all);
            solver.solveInPlace(beta);
            for (Index v = first; v < last; ++v)
                squares[static_cast<std::size_t>(v)] = std::max(
                    0.0, equations.yty()[v - slab.begin] - explained(beta.col(v - first), v));
            for (int k = 0; k < Neighbours::kCount; ++k) {
                const auto& stretches = neighbours.stretches(k);
                auto stretch
                    = std::ranges::upper_bound(stretches, first, {}, &Neighbours::Stretch::end);
                for (; stretch != stretches.end() && stretch->begin < last; ++stretch)
                    for (Index v = std::max(stretch->begin, first);
                         v < std::min(stretch->end, last); ++v)
                        products(v, k) -= explained(beta.col(v - first), v + stretch->shift);
            }
        });
}

std::vector<float> FineVoxels::of(const std::vector<float>& perFineVoxel) const
{
    std::vector<float> values;
    for (const Index position : kept)
        values.push_back(perFineVoxel[static_cast<std::size_t>(position)]);
    return values;
}

} // namespace fusiform::glm

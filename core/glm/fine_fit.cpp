// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fine_fit.h"

#include "core/math/symmetric_solve.h"
#include "core/util/parallel.h"

#include <algorithm>

namespace fusiform::glm {

using Eigen::Index;

Residuals residualsOf(const NormalEquations& equations, std::span<const Index> columns,
                      const Neighbours& neighbours, const NeighbourProducts& products,
                      Progress& progress)
{
    const std::vector<Index> columnList(columns.begin(), columns.end());
    const math::SymmetricSolver solver(equations.xtx()(columnList, columnList));
    Residuals result;
    result.rank = solver.rank();
    result.degreesOfFreedom = static_cast<double>(equations.degreesOfFreedom() - solver.rank());
    result.squares.resize(static_cast<std::size_t>(equations.voxels()));
    result.products = products;
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
                       .dot(equations.xty().col(voxel).segment(part.first, part.count));
        return sum;
    };
    parallelBlocks(
        result.squares.size(), NormalEquations::kVoxelBlock,
        [&](std::size_t begin, std::size_t end) {
            progress.checkpoint();
            const auto first = static_cast<Index>(begin);
            const auto last = static_cast<Index>(end);
            Eigen::MatrixXd beta
                = equations.xty().middleCols(first, last - first)(columnList, Eigen::all);
            solver.solveInPlace(beta);
            for (Index v = first; v < last; ++v)
                result.squares[static_cast<std::size_t>(v)]
                    = std::max(0.0, equations.yty()[v] - explained(beta.col(v - first), v));
            for (int k = 0; k < Neighbours::kCount; ++k) {
                const auto& stretches = neighbours.stretches(k);
                auto stretch
                    = std::ranges::upper_bound(stretches, first, {}, &Neighbours::Stretch::end);
                for (; stretch != stretches.end() && stretch->begin < last; ++stretch)
                    for (Index v = std::max(stretch->begin, first);
                         v < std::min(stretch->end, last); ++v)
                        result.products(v, k) -= explained(beta.col(v - first), v + stretch->shift);
            }
        });
    return result;
}

std::vector<float> FineVoxels::of(const std::vector<float>& perFineVoxel) const
{
    std::vector<float> values;
    for (const Index position : kept)
        values.push_back(perFineVoxel[static_cast<std::size_t>(position)]);
    return values;
}

} // namespace fusiform::glm

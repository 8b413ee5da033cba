// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/voxel_arrays.h"

#include <algorithm>
#include <limits>

namespace fusiform::import {

namespace {

Index product(std::span<const Index> sizes)
{
    Index result = 1;
    for (const Index size : sizes)
        result *= size;
    return result;
}

/// Voxels last or first among the dimensions.
std::optional<VoxelArray> over(const io::MatVariable& variable, std::span<const Index> voxels)
{
    const std::vector<Index> shape = properShape(variable);
    if (voxels.empty() || shape.size() < voxels.size())
        return std::nullopt;
    const auto rest = static_cast<std::ptrdiff_t>(shape.size() - voxels.size());
    VoxelArray array;
    array.variable = variable;
    array.columns = product(voxels);
    array.others = product(shape) / array.columns;
    if (std::equal(voxels.begin(), voxels.end(), shape.begin() + rest))
        return array;
    array.isVoxelFirst = true;
    if (std::equal(voxels.begin(), voxels.end(), shape.begin()))
        return array;
    return std::nullopt;
}

/// Whether a stretch of elements touches a wanted column.
class Wanted {
public:
    Wanted(const VoxelArray& array, std::span<const ColumnTarget> columns)
        : m_array(array), m_columns(columns)
    {
    }
    [[nodiscard]] bool operator()(Index first, Index count) const
    {
        if (!m_array.isVoxelFirst)
            return any(first / m_array.others, (first + count - 1) / m_array.others);
        const Index begin = first % m_array.columns;
        const Index end = begin + count - 1;
        return end >= m_array.columns ? true : any(begin, end);
    }
    [[nodiscard]] std::size_t from(Index column) const
    {
        return static_cast<std::size_t>(
            std::ranges::lower_bound(m_columns, column, {}, &ColumnTarget::column)
            - m_columns.begin());
    }

private:
    [[nodiscard]] bool any(Index firstColumn, Index lastColumn) const
    {
        const std::size_t next = from(firstColumn);
        return next < m_columns.size() && m_columns[next].column <= lastColumn;
    }

    const VoxelArray& m_array;
    std::span<const ColumnTarget> m_columns;
};

} // namespace

VoxelSpace VoxelSpace::of(image::Grid grid, std::vector<Index> maskVoxels)
{
    VoxelSpace space{std::move(grid), std::move(maskVoxels), {}};
    space.maskOrder.assign(static_cast<std::size_t>(space.grid.size()), -1);
    for (std::size_t place = 0; place < space.maskVoxels.size(); ++place)
        space.maskOrder[static_cast<std::size_t>(space.maskVoxels[place])]
            = static_cast<std::int32_t>(place);
    return space;
}

std::optional<VoxelArray> asVoxelArray(const io::MatVariable& variable, const VoxelSpace& space)
{
    std::vector<Index> shape;
    std::ranges::copy_if(space.grid.shape, std::back_inserter(shape),
                         [](Index size) { return size != 1; });
    if (auto array = over(variable, shape))
        return array;
    if (auto array = over(variable, std::array{space.grid.size()}))
        return array;
    if (auto array = over(variable, std::array{space.maskCount()})) {
        array->isMaskOnly = true;
        return array;
    }
    return std::nullopt;
}

std::optional<VoxelArray> asMatrixOver(const io::MatVariable& variable, Index others, Index columns)
{
    const std::vector<Index> shape = properShape(variable);
    if (shape != std::vector{others, columns} && shape != std::vector{columns, others})
        return std::nullopt;
    VoxelArray array;
    array.variable = variable;
    array.others = others;
    array.columns = columns;
    array.isVoxelFirst = shape.front() != others;
    return array;
}

Eigen::MatrixXf gather(const MatlabFile& file, const VoxelArray& array,
                       std::span<const ColumnTarget> wanted, Index targets, Progress& progress)
{
    Eigen::MatrixXf result
        = Eigen::MatrixXf::Constant(array.others, targets, std::numeric_limits<float>::quiet_NaN());
    const Wanted isWanted(array, wanted);
    const Index major = array.isVoxelFirst ? array.columns : array.others;
    file.forEachRun(
        array.variable, isWanted,
        [&](Index first, std::span<const double> values) {
            const auto at = [&](Index row, Index column) {
                const Index index
                    = array.isVoxelFirst ? row * major + column : column * major + row;
                return static_cast<float>(values[static_cast<std::size_t>(index - first)]);
            };
            const Index last = first + static_cast<Index>(values.size()) - 1;
            for (Index outer = first / major; outer <= last / major; ++outer) {
                // This row or column of the array is in the run from `begin` to `end`.
                const Index begin = std::max(first - outer * major, Index{0});
                const Index end = std::min(last - outer * major, major - 1);
                for (std::size_t next = isWanted.from(array.isVoxelFirst ? begin : outer);
                     next < wanted.size(); ++next) {
                    const auto [column, target] = wanted[next];
                    if (column > (array.isVoxelFirst ? end : outer))
                        break;
                    if (array.isVoxelFirst)
                        result(outer, target) = at(outer, column);
                    else
                        for (Index row = begin; row <= end; ++row)
                            result(row, target) = at(row, column);
                }
            }
        },
        progress);
    return result;
}

Eigen::MatrixXf gatherVoxels(const MatlabFile& file, const VoxelArray& array,
                             const VoxelSpace& space, std::span<const Index> voxels,
                             Progress& progress)
{
    std::vector<ColumnTarget> wanted;
    for (std::size_t v = 0; v < voxels.size(); ++v)
        if (const Index column = array.columnOf(voxels[v], space); column >= 0)
            wanted.push_back({column, static_cast<Index>(v)});
    std::ranges::sort(wanted, {}, &ColumnTarget::column);
    return gather(file, array, wanted, static_cast<Index>(voxels.size()), progress);
}

} // namespace fusiform::import

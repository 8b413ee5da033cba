// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/region_outline.h"

#include "widgets/scene/brain_surface.h"

#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkUnsignedCharArray.h>

#include <Eigen/Dense>

#include <unordered_map>

namespace fusiform::scene {

namespace {

using Columns = Eigen::Matrix3Xd;

/// Along a border, a column for each of its edges.
struct BorderLine {
    Columns points; ///< mm
    Columns normals; ///< of the surface
    Columns across; ///< out of the region, in the surface; of length 1
};

/// The sum of each column's neighbours along the line, and how many these are.
std::pair<Columns, Eigen::RowVectorXd> neighbourSums(const Columns& columns,
                                                     const RegionBorder& border)
{
    Columns sums = Columns::Zero(3, columns.cols());
    Eigen::RowVectorXd counts = Eigen::RowVectorXd::Zero(columns.cols());
    for (const auto& [from, to] : border.steps) {
        sums.col(from) += columns.col(to);
        sums.col(to) += columns.col(from);
        counts[from] += 1;
        counts[to] += 1;
    }
    return {std::move(sums), std::move(counts)};
}

/// Twice each column moves half the way to the middle of the two beside it: the zigzag of the
/// triangles goes, the line stays within a quarter of an edge. The end of a line on an open mesh
/// stays.
void smooth(Columns& columns, const RegionBorder& border)
{
    for (int round = 0; round < 2; ++round) {
        const auto [sums, counts] = neighbourSums(columns, border);
        for (Eigen::Index e = 0; e < columns.cols(); ++e)
            if (counts[e] >= 2)
                columns.col(e) = (columns.col(e) + sums.col(e) / counts[e]) / 2;
    }
}

BorderLine lineAlong(const RegionBorder& border, vtkPolyData* mesh)
{
    vtkDataArray* const normals = mesh->GetPointData()->GetNormals();
    const auto count = static_cast<Eigen::Index>(border.edges.size());
    BorderLine line{Columns(3, count), Columns::Zero(3, count), Columns(3, count)};
    for (Eigen::Index e = 0; e < count; ++e) {
        const auto& [member, stranger] = border.edges[static_cast<std::size_t>(e)];
        Eigen::Vector3d a, b;
        mesh->GetPoint(member, a.data());
        mesh->GetPoint(stranger, b.data());
        line.points.col(e) = (a + b) / 2;
        line.across.col(e) = b - a;
        if (!normals)
            continue;
        normals->GetTuple(member, a.data());
        normals->GetTuple(stranger, b.data());
        line.normals.col(e) = (a + b).stableNormalized();
    }
    smooth(line.points, border);
    smooth(line.across, border);
    // Square to the line: which way it runs, the steps tell as far as its sign.
    Columns along = Columns::Zero(3, count);
    for (const auto& [from, to] : border.steps) {
        const Eigen::Vector3d step = line.points.col(to) - line.points.col(from);
        for (const std::int32_t end : {from, to})
            along.col(end) += along.col(end).dot(step) < 0 ? Eigen::Vector3d(-step) : step;
    }
    for (Eigen::Index e = 0; e < count; ++e) {
        const Eigen::Vector3d direction = along.col(e).stableNormalized();
        const Eigen::Vector3d normal = line.normals.col(e);
        Eigen::Vector3d across = line.across.col(e);
        across -= across.dot(direction) * direction;
        across -= across.dot(normal) * normal;
        line.across.col(e) = across.stableNormalized();
    }
    return line;
}

} // namespace

RegionBorder borderOf(std::span<const std::array<std::int32_t, 3>> triangles,
                      std::span<const std::uint32_t> members, int bit)
{
    RegionBorder border;
    std::unordered_map<std::uint64_t, std::int32_t> numbers;
    const auto numberOf = [&](std::int32_t member, std::int32_t stranger) {
        const std::uint64_t key = static_cast<std::uint64_t>(static_cast<std::uint32_t>(member))
                                      << 32
                                  | static_cast<std::uint32_t>(stranger);
        const auto [at, isNew]
            = numbers.try_emplace(key, static_cast<std::int32_t>(border.edges.size()));
        if (isNew)
            border.edges.emplace_back(member, stranger);
        return at->second;
    };
    const auto isIn = [&](std::int32_t vertex) {
        return (members[static_cast<std::size_t>(vertex)] >> bit & 1U) != 0;
    };
    for (const auto& [a, b, c] : triangles) {
        const bool inA = isIn(a);
        const bool inB = isIn(b);
        const bool inC = isIn(c);
        if (inA == inB && inB == inC)
            continue;
        // One corner is alone: both of its edges are crossed.
        const std::int32_t alone = inA == inB ? c : inA == inC ? b : a;
        const std::int32_t next = alone == a ? b : a;
        const std::int32_t last = alone == c ? b : c;
        const auto edgeTo = [&](std::int32_t other) {
            return isIn(alone) ? numberOf(alone, other) : numberOf(other, alone);
        };
        const std::int32_t from = edgeTo(next);
        border.steps.emplace_back(from, edgeTo(last));
    }
    return border;
}

vtkSmartPointer<vtkPolyData> regionOutlines(const BrainSurface& surface,
                                            std::span<const std::uint32_t> members,
                                            const RegionLabels& regions, const OutlineLook& look)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> quads;
    vtkNew<vtkUnsignedCharArray> colors;
    colors->SetNumberOfComponents(3);
    for (std::size_t r = 0; r < regions.regions.size(); ++r) {
        const RegionBorder border = borderOf(surface.triangles, members, static_cast<int>(r));
        const BorderLine line = lineAlong(border, surface.mesh);
        const vtkIdType first = points->GetNumberOfPoints();
        for (Eigen::Index e = 0; e < line.points.cols(); ++e) {
            const Eigen::Vector3d middle = line.points.col(e) + look.aboveMm * line.normals.col(e);
            for (const double side : {-0.5, 0.5})
                points->InsertNextPoint(
                    Eigen::Vector3d(middle + side * look.widthMm * line.across.col(e)).data());
        }
        const Rgb& color = regions.regions[r].color;
        for (const auto& [from, to] : border.steps) {
            quads->InsertNextCell(
                {first + 2 * from, first + 2 * from + 1, first + 2 * to + 1, first + 2 * to});
            colors->InsertNextTypedTuple(std::array{color.r, color.g, color.b}.data());
        }
    }
    auto outlines = vtkSmartPointer<vtkPolyData>::New();
    outlines->SetPoints(points);
    outlines->SetPolys(quads);
    outlines->GetCellData()->SetScalars(colors);
    return outlines;
}

} // namespace fusiform::scene

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/region_outline.h"

#include "tests/support/test_main.h"
#include "widgets/scene/brain_surface.h"
#include "widgets/scene/vertex_colors.h"

#include <vtkCellData.h>
#include <vtkPointData.h>
#include <vtkPolyDataNormals.h>
#include <vtkSphereSource.h>
#include <vtkUnsignedCharArray.h>

#include <set>

using namespace fusiform;

namespace {

constexpr double kRadius = 50;

/// A closed ball of 50 mm about the origin.
scene::BrainSurface aBall(int resolution)
{
    vtkNew<vtkSphereSource> ball;
    ball->SetRadius(kRadius);
    ball->SetThetaResolution(resolution);
    ball->SetPhiResolution(resolution);
    ball->LatLongTessellationOff();
    ball->Update();
    scene::BrainSurface surface;
    surface.mesh = ball->GetOutput();
    for (vtkIdType cell = 0; cell < surface.mesh->GetNumberOfCells(); ++cell) {
        vtkNew<vtkIdList> corners;
        surface.mesh->GetCellPoints(cell, corners);
        surface.triangles.push_back({static_cast<std::int32_t>(corners->GetId(0)),
                                     static_cast<std::int32_t>(corners->GetId(1)),
                                     static_cast<std::int32_t>(corners->GetId(2))});
    }
    return surface;
}

Eigen::Vector3d pointOf(const scene::BrainSurface& surface, std::int32_t vertex)
{
    Eigen::Vector3d at;
    surface.mesh->GetPoint(vertex, at.data());
    return at;
}

struct Quad {
    Eigen::Vector3d from, to; ///< the middle line
    Eigen::Vector3d across; ///< at its beginning
};
Quad quadOf(vtkPolyData* lines, vtkIdType cell)
{
    vtkNew<vtkIdList> corners;
    lines->GetCellPoints(cell, corners);
    std::array<Eigen::Vector3d, 4> at;
    for (std::size_t c = 0; c < 4; ++c)
        lines->GetPoint(corners->GetId(static_cast<vtkIdType>(c)), at[c].data());
    return {(at[0] + at[1]) / 2, (at[2] + at[3]) / 2, at[1] - at[0]};
}

constexpr double kWide = 0.6;
constexpr double kAbove = 0.3;

/// Regions without voxels, in these colours: lines need no more than members and colours.
scene::RegionLabels coloured(std::initializer_list<scene::Rgb> colors)
{
    scene::RegionLabels labels;
    for (const scene::Rgb& color : colors)
        labels.regions.push_back({{}, color, false});
    return labels;
}

} // namespace

class RegionOutlineTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Against every edge of every triangle, looked at one by one.
    void theBorderHasEveryEdgeThatLeavesTheRegionOnceAndNoOther()
    {
        const scene::BrainSurface ball = aBall(24);
        std::vector<std::uint32_t> members;
        for (std::int32_t v = 0; v < ball.mesh->GetNumberOfPoints(); ++v)
            members.push_back(pointOf(ball, v).z() > 11 ? 2U : 1U);
        std::set<std::pair<std::int32_t, std::int32_t>> expected;
        for (const auto& triangle : ball.triangles)
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < 3; ++j)
                    if (pointOf(ball, triangle[i]).z() > 11 && pointOf(ball, triangle[j]).z() <= 11)
                        expected.emplace(triangle[i], triangle[j]);
        const scene::RegionBorder border = scene::borderOf(ball.triangles, members, 1);
        QCOMPARE(border.edges.size(), expected.size());
        QVERIFY(std::set(border.edges.begin(), border.edges.end()) == expected);
        // A closed line has as many steps as places, and two at each.
        QCOMPARE(border.steps.size(), border.edges.size());
        std::vector<int> ends(border.edges.size(), 0);
        for (const auto& [from, to] : border.steps) {
            QVERIFY(from != to);
            ++ends[static_cast<std::size_t>(from)];
            ++ends[static_cast<std::size_t>(to)];
        }
        QVERIFY(std::ranges::all_of(ends, [](int count) { return count == 2; }));
    }

    void noRegionAndAWholeRegionHaveNoBorder()
    {
        const scene::BrainSurface ball = aBall(12);
        const auto vertices = static_cast<std::size_t>(ball.mesh->GetNumberOfPoints());
        for (const std::uint32_t bits : {0U, 1U}) {
            const std::vector<std::uint32_t> members(vertices, bits);
            QVERIFY(scene::borderOf(ball.triangles, members, 0).edges.empty());
        }
        const auto lines = scene::regionOutlines(ball, std::vector<std::uint32_t>(vertices, 0),
                                                 coloured({{}}), {});
        QCOMPARE(lines->GetNumberOfCells(), vtkIdType(0));
    }

    /// A cap of a ball: its line is the circle of latitude, as long as the circle and near it.
    void theLineOfACapIsItsCircle()
    {
        const scene::BrainSurface ball = aBall(90);
        constexpr double kHeight = 20;
        std::vector<std::uint32_t> members;
        for (std::int32_t v = 0; v < ball.mesh->GetNumberOfPoints(); ++v)
            members.push_back(pointOf(ball, v).z() > kHeight ? 1U : 0U);
        const auto lines
            = scene::regionOutlines(ball, members, coloured({{230, 159, 0}}), {kWide, kAbove});
        const double edge = std::numbers::pi * kRadius / 89; // of the ball's rows
        double length = 0;
        for (vtkIdType cell = 0; cell < lines->GetNumberOfCells(); ++cell) {
            const auto [from, to, across] = quadOf(lines, cell);
            length += (to - from).norm();
            QVERIFY(std::abs(from.z() - kHeight) < edge);
            QVERIFY(std::abs(from.norm() - kRadius - kAbove) < 0.1);
            QVERIFY(std::abs(across.norm() - kWide) < 1e-3);
            // Downhill, out of the cap: along the meridian, but for the zigzag that is left.
            const Eigen::Vector3d downhill
                = (from.z() * from - from.squaredNorm() * Eigen::Vector3d::UnitZ()).normalized();
            QVERIFY(across.normalized().dot(downhill) > 0.8);
        }
        const double circle = (kRadius + kAbove) / kRadius * 2 * std::numbers::pi
                              * std::sqrt(2500 - kHeight * kHeight);
        QVERIFY2(std::abs(length / circle - 1) < 0.03, qPrintable(QString::number(length)));
    }

    void everyRegionHasALineInItsColour()
    {
        const scene::BrainSurface ball = aBall(40);
        std::vector<std::uint32_t> members;
        for (std::int32_t v = 0; v < ball.mesh->GetNumberOfPoints(); ++v) {
            const Eigen::Vector3d at = pointOf(ball, v);
            members.push_back((at.z() > 20 ? 1U : 0U) | (at.x() > 10 ? 2U : 0U));
        }
        const auto lines
            = scene::regionOutlines(ball, members, coloured({{230, 159, 0}, {0, 114, 178}}), {});
        auto* const colors = vtkUnsignedCharArray::SafeDownCast(lines->GetCellData()->GetScalars());
        std::map<int, int> count;
        for (vtkIdType cell = 0; cell < lines->GetNumberOfCells(); ++cell) {
            const Eigen::Vector3d from = quadOf(lines, cell).from;
            const int red = colors->GetTypedComponent(cell, 0);
            ++count[red];
            QVERIFY(std::abs(red == 230 ? from.z() - 20 : from.x() - 10) < 5);
        }
        QVERIFY(count.size() == 2 && count[230] > 30 && count[0] > 30);
    }

    /// The region's colour stays off a map, and comes back without it.
    void aMapIsNotCovered()
    {
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        const image::Grid grid{{2, 1, 1}, image::Affine(affine)};
        auto surface = std::make_shared<scene::BrainSurface>();
        surface->depths = 1;
        surface->shade = {1, 1};
        surface->voxelsBelow = {0, 1};
        scene::VertexColors colors;
        colors.setSurface(surface);
        const auto colorOf = [&](vtkIdType vertex) {
            unsigned char c[3];
            colors.array()->GetTypedTuple(vertex, c);
            return std::array{int(c[0]), int(c[1]), int(c[2])};
        };
        scene::Overlay overlay;
        overlay.values = std::make_shared<image::Volume>(image::Volume{grid, {5, 0}});
        overlay.threshold = 3;
        overlay.maximum = 5;
        colors.setOverlay(overlay);
        const auto strong = colorOf(0);
        const auto weak = colorOf(1);
        QVERIFY(strong != weak);
        image::VoxelSet all(grid.shape);
        all.insert(grid.voxel(0));
        all.insert(grid.voxel(1));
        colors.setRegions(scene::labelsOf(grid, {{all, {0, 114, 178}, true}}));
        QCOMPARE(colorOf(0), strong);
        QCOMPARE(colorOf(1), weak);
        QVERIFY(colors.members() == std::vector<std::uint32_t>({1, 1}));
        colors.setOverlay({});
        QVERIFY(colorOf(1) != weak);
        QCOMPARE(colorOf(0), colorOf(1));
    }
};

FUSIFORM_TEST(RegionOutlineTest)
#include "region_outline_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/cortex_mesh.h"

#include "core/image/surface_shape.h"
#include "core/util/parallel.h"
#include "widgets/scene/coarse_mesh.h"

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

namespace {

/// From the pial surface to the white one, kept off both: there lies what is not grey matter.
constexpr std::array<double, 5> kGreyDepths = {0.1, 0.3, 0.5, 0.7, 0.9};

vtkSmartPointer<vtkPolyData> meshOf(const image::Surface& surface)
{
    vtkNew<vtkPoints> points;
    points->SetNumberOfPoints(surface.points.cols());
    vtkNew<vtkFloatArray> normals;
    normals->SetNumberOfComponents(3);
    normals->SetNumberOfTuples(surface.points.cols());
    const Eigen::Matrix3Xd outwards = image::outwardNormals(surface);
    for (Eigen::Index v = 0; v < surface.points.cols(); ++v) {
        points->SetPoint(v, surface.points.col(v).data());
        normals->SetTuple(v, outwards.col(v).data());
    }
    vtkNew<vtkCellArray> triangles;
    for (const auto& [a, b, c] : surface.triangles) {
        const std::array<vtkIdType, 3> corners = {a, b, c};
        triangles->InsertNextCell(3, corners.data());
    }
    auto mesh = vtkSmartPointer<vtkPolyData>::New();
    mesh->SetPoints(points);
    mesh->SetPolys(triangles);
    mesh->GetPointData()->SetNormals(normals);
    return mesh;
}

/// Light on gyri, dark in sulci, most of the change about the middle between them.
std::vector<float> shadeOf(const std::vector<float>& folds)
{
    std::vector<float> sizes;
    sizes.reserve(folds.size());
    for (const float fold : folds)
        sizes.push_back(std::abs(fold));
    if (sizes.empty())
        return {};
    const auto large = sizes.begin() + static_cast<std::ptrdiff_t>(9 * (sizes.size() - 1) / 10);
    std::nth_element(sizes.begin(), large, sizes.end());
    const float scale = *large > 0 ? 2.5F / *large : 0;
    std::vector<float> shade;
    shade.reserve(folds.size());
    for (const float fold : folds)
        shade.push_back(1 - 0.23F * (1 + std::tanh(scale * fold)));
    return shade;
}

} // namespace

std::shared_ptr<const BrainSurface> cortexMesh(const import::CortexSurface& cortex,
                                               const image::Grid& functional, Progress& progress)
{
    auto surface = std::make_shared<BrainSurface>();
    surface->mesh = meshOf(cortex.shown);
    surface->triangles = cortex.shown.triangles;
    surface->isAnatomical = cortex.isAnatomical;
    surface->outer = cortex.outer.cast<float>();
    surface->inner = cortex.inner.cast<float>();
    surface->shade = shadeOf(cortex.folds);
    addCoarseMesh(*surface);
    progress.checkpoint();
    const auto vertices = static_cast<std::size_t>(cortex.outer.cols());
    surface->depths = static_cast<int>(kGreyDepths.size());
    surface->voxelsBelow.assign(vertices * kGreyDepths.size(), -1);
    parallelBlocks(vertices, 4096, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        for (std::size_t v = begin; v < end; ++v)
            for (std::size_t d = 0; d < kGreyDepths.size(); ++d) {
                const auto column = static_cast<Eigen::Index>(v);
                const Eigen::Vector3d outer = cortex.outer.col(column);
                const Eigen::Vector3d at
                    = outer + kGreyDepths[d] * (cortex.inner.col(column) - outer);
                const image::Voxel voxel = functional.nearest({at});
                if (functional.contains(voxel))
                    surface->voxelsBelow[v * kGreyDepths.size() + d]
                        = static_cast<std::int32_t>(functional.index(voxel));
            }
    });
    surface->locator = vtkSmartPointer<vtkStaticCellLocator>::New();
    surface->locator->SetDataSet(surface->mesh);
    surface->locator->BuildLocator();
    return surface;
}

} // namespace fusiform::scene

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/brain_surface.h"

#include "core/util/parallel.h"
#include "widgets/scene/coarse_mesh.h"

#include <vtkCallbackCommand.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkIdList.h>
#include <vtkImageData.h>
#include <vtkImageGaussianSmooth.h>
#include <vtkMatrix4x4.h>
#include <vtkPointData.h>
#include <vtkPolyDataConnectivityFilter.h>
#include <vtkPolyDataNormals.h>
#include <vtkReverseSense.h>
#include <vtkTransform.h>
#include <vtkTransformPolyDataFilter.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

namespace {

using Eigen::Vector3d;

/// A mm-aligned copy of a picture on a coarser grid, cut to where there is brain.
image::Volume brainOnly(const image::Volume& anatomy, const image::Grid& functional,
                        std::span<const image::Index> inMask, double spacing, Progress& progress)
{
    Vector3d low = Vector3d::Constant(1e9);
    Vector3d high = Vector3d::Constant(-1e9);
    for (int corner = 0; corner < 8; ++corner) {
        const image::Voxel voxel{corner & 1 ? anatomy.grid.shape[0] - 1 : 0,
                                 corner & 2 ? anatomy.grid.shape[1] - 1 : 0,
                                 corner & 4 ? anatomy.grid.shape[2] - 1 : 0};
        const Vector3d at = anatomy.grid.mm(voxel).at;
        low = low.cwiseMin(at);
        high = high.cwiseMax(at);
    }
    low.array() -= 2 * spacing;
    high.array() += 2 * spacing;

    image::Volume coarse;
    Eigen::Matrix4d mmFromVoxel = Eigen::Matrix4d::Identity();
    for (int axis = 0; axis < 3; ++axis) {
        coarse.grid.shape[static_cast<std::size_t>(axis)]
            = static_cast<image::Index>(std::ceil((high[axis] - low[axis]) / spacing)) + 1;
        mmFromVoxel(axis, axis) = spacing;
        mmFromVoxel(axis, 3) = low[axis];
    }
    coarse.grid.affine = image::Affine(mmFromVoxel);
    coarse.values.assign(static_cast<std::size_t>(coarse.grid.size()), 0);

    const std::size_t zeros = static_cast<std::size_t>(
        std::ranges::count_if(anatomy.values, [](float v) { return v == 0 || std::isnan(v); }));
    const bool isBrainAlone = zeros * 10 > anatomy.values.size() * 4;
    std::vector<bool> isNearMask;
    if (!isBrainAlone && !inMask.empty()) {
        isNearMask.assign(static_cast<std::size_t>(coarse.grid.size()), false);
        const double reach = 4 + 0.5 * functional.affine.voxelSize().maxCoeff();
        const auto steps = static_cast<image::Index>(std::ceil(reach / spacing));
        for (const image::Index index : inMask) {
            const image::Voxel centre = coarse.grid.nearest(functional.mm(index));
            for (image::Index k = -steps; k <= steps; ++k)
                for (image::Index j = -steps; j <= steps; ++j)
                    for (image::Index i = -steps; i <= steps; ++i) {
                        const image::Voxel v{centre.i + i, centre.j + j, centre.k + k};
                        if (coarse.grid.contains(v)
                            && static_cast<double>(i * i + j * j + k * k) * spacing * spacing
                                   <= reach * reach)
                            isNearMask[static_cast<std::size_t>(coarse.grid.index(v))] = true;
                    }
        }
    }
    progress.checkpoint();
    const image::Index layer = coarse.grid.shape[0] * coarse.grid.shape[1];
    parallelFor(static_cast<std::size_t>(coarse.grid.shape[2]), [&](std::size_t k) {
        progress.checkpoint();
        for (image::Index n = 0; n < layer; ++n) {
            const image::Index index = static_cast<image::Index>(k) * layer + n;
            if (!isNearMask.empty() && !isNearMask[static_cast<std::size_t>(index)])
                continue;
            const float value = anatomy.sample(coarse.grid.mm(index));
            coarse.values[static_cast<std::size_t>(index)] = std::isfinite(value) ? value : 0;
        }
    });
    return coarse;
}

/// Halfway between the background and the middle of the tissue's values.
double surfaceValue(const image::Volume& volume)
{
    std::vector<float> positive;
    for (const float v : volume.values)
        if (v > 0)
            positive.push_back(v);
    if (positive.empty())
        return 0;
    const auto middle = positive.begin() + static_cast<std::ptrdiff_t>(positive.size() / 2);
    std::nth_element(positive.begin(), middle, positive.end());
    return 0.5 * *middle;
}

vtkSmartPointer<vtkImageData> imageOf(const image::Volume& volume)
{
    auto data = vtkSmartPointer<vtkImageData>::New();
    data->SetDimensions(static_cast<int>(volume.grid.shape[0]),
                        static_cast<int>(volume.grid.shape[1]),
                        static_cast<int>(volume.grid.shape[2]));
    data->AllocateScalars(VTK_FLOAT, 1);
    std::ranges::copy(volume.values, static_cast<float*>(data->GetScalarPointer()));
    return data;
}

vtkSmartPointer<vtkTransform> transformOf(const image::Affine& affine)
{
    auto transform = vtkSmartPointer<vtkTransform>::New();
    vtkNew<vtkMatrix4x4> matrix;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column)
            matrix->SetElement(row, column, affine.mmFromVoxel()(row, column));
    transform->SetMatrix(matrix);
    return transform;
}

void stopWhenCancelled(vtkAlgorithm* filter, Progress& progress)
{
    vtkNew<vtkCallbackCommand> observer;
    observer->SetClientData(&progress);
    observer->SetCallback([](vtkObject* caller, unsigned long, void* client, void*) {
        if (static_cast<Progress*>(client)->isCancelled())
            vtkAlgorithm::SafeDownCast(caller)->SetAbortExecute(1);
    });
    filter->AddObserver(vtkCommand::ProgressEvent, observer);
}

/// Voxel units to mm, winding put right for mirrored axes, normals last (an affine may shear them).
vtkSmartPointer<vtkPolyData> inMm(vtkPolyData* mesh, const image::Affine& affine)
{
    vtkNew<vtkTransformPolyDataFilter> toMm;
    toMm->SetInputData(mesh);
    toMm->SetTransform(transformOf(affine));
    vtkNew<vtkReverseSense> reverse;
    reverse->ReverseCellsOn();
    reverse->ReverseNormalsOff();
    reverse->SetInputConnection(toMm->GetOutputPort());
    vtkNew<vtkPolyDataNormals> normals;
    normals->SplittingOff();
    normals->ConsistencyOff();
    const bool isMirrored = affine.mmFromVoxel().topLeftCorner<3, 3>().determinant() < 0;
    normals->SetInputConnection(isMirrored ? reverse->GetOutputPort() : toMm->GetOutputPort());
    normals->Update();
    vtkSmartPointer<vtkPolyData> result = normals->GetOutput();
    return result;
}

vtkSmartPointer<vtkPolyData> isoSurface(const image::Volume& volume, double value,
                                        double smoothingVoxels, Progress& progress)
{
    vtkNew<vtkImageGaussianSmooth> smooth;
    smooth->SetInputData(imageOf(volume));
    smooth->SetStandardDeviation(smoothingVoxels);
    stopWhenCancelled(smooth, progress);
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputConnection(smooth->GetOutputPort());
    edges->SetValue(0, value);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    stopWhenCancelled(edges, progress);
    edges->Update();
    progress.checkpoint();

    // Ventricles and stray islands are not the surface of the brain.
    vtkNew<vtkPolyDataConnectivityFilter> largest;
    largest->SetInputConnection(edges->GetOutputPort());
    largest->SetExtractionModeToLargestRegion();
    stopWhenCancelled(largest, progress);
    vtkNew<vtkWindowedSincPolyDataFilter> relax;
    relax->SetInputConnection(largest->GetOutputPort());
    relax->SetNumberOfIterations(12);
    relax->SetPassBand(0.15);
    relax->NonManifoldSmoothingOn();
    relax->NormalizeCoordinatesOn();
    stopWhenCancelled(relax, progress);
    relax->Update();
    progress.checkpoint();
    vtkSmartPointer<vtkPolyData> result = relax->GetOutput();
    return result;
}

struct Vertex {
    Vector3d at;
    Vector3d outwards;
};

Vertex vertexOf(vtkPolyData* mesh, vtkIdType id)
{
    Vertex vertex;
    mesh->GetPoint(id, vertex.at.data());
    mesh->GetPointData()->GetNormals()->GetTuple(id, vertex.outwards.data());
    return vertex;
}

/// Tissue found outside a vertex within 10 mm means that it lies in a sulcus: shown darker.
float shadeAt(const Vertex& vertex, const image::Volume& volume, double value)
{
    int covered = 0;
    constexpr int kSteps = 6;
    for (int step = 1; step <= kSteps; ++step)
        if (volume.sample({vertex.at + (1.0 + 1.5 * step) * vertex.outwards}) > value)
            ++covered;
    return 1 - 0.62F * static_cast<float>(covered) / kSteps;
}

void fillVertices(BrainSurface& surface, const image::Volume& volume, double value,
                  const image::Grid& functional, Progress& progress)
{
    // Grey matter is 2 to 4 mm thick, and the smoothed surface lies a little outside of it.
    constexpr std::array<double, 5> kDepthsMm = {1, 2.5, 4, 6, 8};
    const auto count = static_cast<std::size_t>(surface.mesh->GetNumberOfPoints());
    surface.depths = static_cast<int>(kDepthsMm.size());
    surface.shade.resize(count);
    surface.voxelsBelow.assign(count * kDepthsMm.size(), -1);
    parallelBlocks(count, 4096, [&](std::size_t begin, std::size_t end) {
        progress.checkpoint();
        for (std::size_t v = begin; v < end; ++v) {
            const Vertex vertex = vertexOf(surface.mesh, static_cast<vtkIdType>(v));
            surface.shade[v] = shadeAt(vertex, volume, value);
            for (std::size_t d = 0; d < kDepthsMm.size(); ++d) {
                const image::Voxel voxel
                    = functional.nearest({vertex.at - kDepthsMm[d] * vertex.outwards});
                if (functional.contains(voxel))
                    surface.voxelsBelow[v * kDepthsMm.size() + d]
                        = static_cast<std::int32_t>(functional.index(voxel));
            }
        }
    });
}

std::vector<std::array<std::int32_t, 3>> trianglesOf(vtkPolyData* mesh)
{
    std::vector<std::array<std::int32_t, 3>> triangles;
    triangles.reserve(static_cast<std::size_t>(mesh->GetNumberOfPolys()));
    vtkNew<vtkIdList> corners;
    for (vtkIdType cell = 0; cell < mesh->GetNumberOfPolys(); ++cell) {
        mesh->GetPolys()->GetCellAtId(cell, corners);
        if (corners->GetNumberOfIds() == 3)
            triangles.push_back({static_cast<std::int32_t>(corners->GetId(0)),
                                 static_cast<std::int32_t>(corners->GetId(1)),
                                 static_cast<std::int32_t>(corners->GetId(2))});
    }
    return triangles;
}

} // namespace

std::shared_ptr<const BrainSurface> buildBrainSurface(const image::Volume& anatomy,
                                                      const image::Grid& functional,
                                                      std::span<const image::Index> inMask,
                                                      const SurfaceOptions& options,
                                                      Progress& progress)
{
    auto surface = std::make_shared<BrainSurface>();
    const image::Volume brain = brainOnly(anatomy, functional, inMask, options.spacingMm, progress);
    const double value = surfaceValue(brain);
    surface->mesh
        = inMm(isoSurface(brain, value, options.smoothingMm / options.spacingMm, progress),
               brain.grid.affine);
    progress.checkpoint();
    if (surface->mesh->GetNumberOfPoints() == 0)
        return surface;
    fillVertices(*surface, brain, value, functional, progress);
    surface->triangles = trianglesOf(surface->mesh);
    addCoarseMesh(*surface);
    surface->locator = vtkSmartPointer<vtkStaticCellLocator>::New();
    surface->locator->SetDataSet(surface->mesh);
    surface->locator->BuildLocator();
    return surface;
}

vtkSmartPointer<vtkPolyData> regionSurface(const image::Grid& grid,
                                           std::span<const image::Index> voxels)
{
    if (voxels.empty())
        return vtkSmartPointer<vtkPolyData>::New();
    image::Voxel low = grid.voxel(voxels.front());
    image::Voxel high = low;
    for (const image::Index index : voxels) {
        const image::Voxel v = grid.voxel(index);
        low = {std::min(low.i, v.i), std::min(low.j, v.j), std::min(low.k, v.k)};
        high = {std::max(high.i, v.i), std::max(high.j, v.j), std::max(high.k, v.k)};
    }
    constexpr image::Index kMargin = 3;
    image::Volume box;
    box.grid.shape = {high.i - low.i + 1 + 2 * kMargin, high.j - low.j + 1 + 2 * kMargin,
                      high.k - low.k + 1 + 2 * kMargin};
    Eigen::Matrix4d shift = Eigen::Matrix4d::Identity();
    shift.topRightCorner<3, 1>()
        = Vector3d(static_cast<double>(low.i - kMargin), static_cast<double>(low.j - kMargin),
                   static_cast<double>(low.k - kMargin));
    box.grid.affine = image::Affine(grid.affine.mmFromVoxel() * shift);
    box.values.assign(static_cast<std::size_t>(box.grid.size()), 0);
    for (const image::Index index : voxels) {
        const image::Voxel v = grid.voxel(index);
        box.values[static_cast<std::size_t>(
            box.grid.index({v.i - low.i + kMargin, v.j - low.j + kMargin, v.k - low.k + kMargin}))]
            = 1;
    }
    vtkNew<vtkImageGaussianSmooth> smooth;
    smooth->SetInputData(imageOf(box));
    smooth->SetStandardDeviation(0.7);
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputConnection(smooth->GetOutputPort());
    edges->SetValue(0, 0.4);
    edges->ComputeNormalsOff();
    edges->ComputeScalarsOff();
    edges->Update();
    return inMm(edges->GetOutput(), box.grid.affine);
}

} // namespace fusiform::scene

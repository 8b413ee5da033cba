// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/coarse_mesh.h"

#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkQuadricClustering.h>
#include <vtkStaticPointLocator.h>

#include <algorithm>
#include <cmath>

namespace fusiform::scene {

void addCoarseMesh(BrainSurface& surface)
{
    // Measured on software OpenGL, see docs/performance.md: a frame is bound by the triangles.
    constexpr std::size_t kQuickTriangles = 40'000;
    constexpr double kCellMm = 3;
    if (surface.triangles.size() <= kQuickTriangles)
        return;
    double bounds[6];
    surface.mesh->GetBounds(bounds);
    const auto cells = [&](int axis) {
        const double length = bounds[2 * axis + 1] - bounds[2 * axis];
        return std::max(2, static_cast<int>(std::ceil(length / kCellMm)));
    };
    vtkNew<vtkQuadricClustering> clusters;
    clusters->SetInputData(surface.mesh);
    clusters->AutoAdjustNumberOfDivisionsOff();
    clusters->SetNumberOfDivisions(cells(0), cells(1), cells(2));
    clusters->Update();
    vtkPolyData* const mesh = clusters->GetOutput();
    if (mesh->GetNumberOfPolys() == 0)
        return;
    // Colours and directions are those of the nearest vertex: what is seen does not change.
    vtkNew<vtkStaticPointLocator> nearest;
    nearest->SetDataSet(surface.mesh);
    nearest->BuildLocator();
    vtkDataArray* const normals = surface.mesh->GetPointData()->GetNormals();
    vtkNew<vtkFloatArray> directions;
    directions->SetNumberOfComponents(3);
    directions->SetNumberOfTuples(mesh->GetNumberOfPoints());
    for (vtkIdType v = 0; v < mesh->GetNumberOfPoints(); ++v) {
        const vtkIdType vertex = nearest->FindClosestPoint(mesh->GetPoint(v));
        surface.coarseVertices.push_back(static_cast<std::int32_t>(vertex));
        directions->SetTuple(v, normals->GetTuple(vertex));
    }
    surface.coarse = vtkSmartPointer<vtkPolyData>::New();
    surface.coarse->SetPoints(mesh->GetPoints());
    surface.coarse->SetPolys(mesh->GetPolys());
    surface.coarse->GetPointData()->SetNormals(directions);
}

} // namespace fusiform::scene

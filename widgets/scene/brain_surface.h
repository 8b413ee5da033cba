// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/util/progress.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>
#include <vtkStaticCellLocator.h>

namespace fusiform::scene {

/// The brain's surface with all that colouring and picking need, so that both answer at once.
struct BrainSurface {
    vtkSmartPointer<vtkPolyData> mesh; ///< RAS mm, with normals
    std::vector<std::array<std::int32_t, 3>> triangles; ///< the mesh's, for walks over all of them
    vtkSmartPointer<vtkStaticCellLocator> locator;
    vtkSmartPointer<vtkPolyData> coarse; ///< of fewer triangles, with normals; null: there is none
    std::vector<std::int32_t> coarseVertices; ///< of each of its vertices the nearest of the mesh's
    /// Whether it lies where the brain does: an inflated surface does not.
    bool isAnatomical = true;
    /// 3 x vertices, RAS mm: where the grey matter under each vertex ends. Without vertices: what
    /// is under a point lies along the sight.
    Eigen::Matrix3Xf outer;
    Eigen::Matrix3Xf inner;
    std::vector<float> shade; ///< per vertex 0..1: darker in the sulci
    /// Per vertex, functional voxels found going inwards from it; -1: none there.
    std::vector<std::int32_t> voxelsBelow;
    int depths = 0; ///< how many voxels a vertex has
};

struct SurfaceOptions {
    double spacingMm = 1.5; ///< of the grid the surface is taken from: fewer triangles, smoother
    double smoothingMm = 1.0;
};

/// Takes the surface of a picture of the brain. A picture with the skull on is cut to the
/// functional voxels (and 4 mm around) first.
/// @param anatomy finite or NaN outside; any affine.
/// @param inMask linear indices of `functional`.
/// @throws Error{Cancelled}; Error{BadData} is not: a volume without an edge gives an empty mesh.
[[nodiscard]] std::shared_ptr<const BrainSurface>
buildBrainSurface(const image::Volume& anatomy, const image::Grid& functional,
                  std::span<const image::Index> inMask, const SurfaceOptions& options,
                  Progress& progress);

/// A closed surface around the voxels whose bit is set, in mm; empty if there are none.
[[nodiscard]] vtkSmartPointer<vtkPolyData> regionSurface(const image::Grid& grid,
                                                         std::span<const image::Index> voxels);

} // namespace fusiform::scene

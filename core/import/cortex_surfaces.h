// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/image/surface.h"
#include "core/util/progress.h"

#include <filesystem>
#include <map>
#include <vector>

namespace fusiform::import {

/// Surfaces of the cortex that are shown. All of a side have the same vertices.
enum class CortexSurfaceKind { Pial, White, Midthickness, Inflated };

/// The files of one side.
struct CortexSide {
    std::map<CortexSurfaceKind, std::filesystem::path> surfaces;
    std::filesystem::path folds; ///< sulcal depth, or curvature; empty: there is none

    /// Midthickness also lies between a pial and a white surface; an inflated one is of use only
    /// with one that lies in the brain.
    [[nodiscard]] bool has(CortexSurfaceKind kind) const;
};
using CortexFiles = std::vector<CortexSide>; ///< left, then right; or what there is

[[nodiscard]] bool hasAll(const CortexFiles& sides, CortexSurfaceKind kind);

/// The subject's own surfaces below the derivatives of the study that was fitted: FreeSurfer's, or
/// else fMRIPrep's. Nothing is read.
[[nodiscard]] CortexFiles cortexFiles(const glm::Fit& fit);

/// What a file of a surface belongs to, by names in its folder that differ in nothing but the side
/// and the kind. Its name tells the kind; if it does not, it is taken as midthickness.
struct CortexChoice {
    CortexFiles sides;
    CortexSurfaceKind kind = CortexSurfaceKind::Midthickness;
};
[[nodiscard]] CortexChoice cortexAround(const std::filesystem::path& file);

/// A surface to be shown, both sides in one mesh.
struct CortexSurface {
    /// As it is seen: scanner RAS mm, or inflated with the sides beside each other.
    image::Surface shown;
    /// Where the grey matter under each vertex ends, in scanner RAS mm: 3 x vertices. Without both
    /// a pial and a white surface 2.5 mm are assumed.
    Eigen::Matrix3Xd outer;
    Eigen::Matrix3Xd inner;
    /// Positive in sulci, negative on gyri, of any unit: of the file, or from the shape.
    std::vector<float> folds;
    bool isAnatomical = true; ///< `shown` lies where the brain is
};
/// @throws Error{BadData} if a file is damaged, or two do not belong together; Error{Cancelled}
/// Warns of a surface that does not say how it lies to the scanner.
[[nodiscard]] CortexSurface readCortexSurface(const CortexFiles& sides, CortexSurfaceKind kind,
                                              Progress& progress);

} // namespace fusiform::import

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/image/voxel_set.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace fusiform::roi {

// Okabe & Ito's colours, told apart by colour-blind readers.
constexpr std::array<std::uint8_t, 3> kOrange = {230, 159, 0};
constexpr std::array<std::uint8_t, 3> kSkyBlue = {86, 180, 233};
constexpr std::array<std::uint8_t, 3> kGreen = {0, 158, 115};
constexpr std::array<std::uint8_t, 3> kBlue = {0, 114, 178};
constexpr std::array<std::uint8_t, 3> kPurple = {204, 121, 167};

/// A named voxel set.
struct Region {
    std::string name;
    std::array<std::uint8_t, 3> colour = {230, 159, 0};
    image::VoxelSet voxels;
    std::string
        made; ///< how, for the ledger: "published criterion", "third", "sphere", "brush", ...
    /// Changed while live faces or scores were on screen: what it shows is then exploratory.
    bool isEditedWhileLooking = false;
    bool isLocked = false; ///< no tool changes it
    bool isHidden = false; ///< not drawn on the brain
};

/// The highest value of a map in a region.
struct Peak {
    image::Voxel voxel; ///< of equals the first in the grid
    image::MmPoint at;
    double value = 0;
};
struct RegionMeasures {
    image::Index voxels = 0;
    double volumeMm3 = 0;
    image::MmPoint centre; ///< centre of mass; NaN when empty
    /// The least and the greatest coordinates of its voxels' centres, RAS; NaN when empty.
    std::array<image::MmPoint, 2> box;
    std::optional<Peak> peak; ///< none: no map was given, or it is NaN in every voxel
};
[[nodiscard]] RegionMeasures measure(const image::VoxelSet& voxels, const image::Grid& grid);
/// Also the peak of a map on the grid of the voxels.
[[nodiscard]] RegionMeasures measure(const image::VoxelSet& voxels, const image::Volume& map);

/// Every voxel of a fit's brain mask.
[[nodiscard]] image::VoxelSet brainMask(const glm::Fit& fit);

/// The regions a fit offers by itself for one face model: the selected voxels ("selected"), and
/// their equal thirds "occipital", "temporal", "frontoparietal": the most posterior third, then of
/// the rest the lower and the upper half (methods: paper, Fig. 5; the axis of the second cut is
/// inferior-superior); or their parts, if the fit came with some. Voxels on the planes between them
/// are dealt out in the grid's order; roi/thirds cuts by planes alone.
[[nodiscard]] std::vector<Region> offeredRegions(const glm::Fit& fit, const glm::ModelFit& model);

/// In-mask voxels whose centre lies within `radiusMm` of `centre`, as roi/shapes draws a ball;
/// the voxel that was pointed at if there is none.
[[nodiscard]] Region sphere(const glm::Fit& fit, const image::MmPoint& centre, double radiusMm);

/// Voxels above both thresholds of the plane of t(faces - fixation) and gain in explained variance:
/// "criterion".
[[nodiscard]] Region aboveCriterion(const glm::Fit& fit, const glm::ModelFit& model, double t,
                                    double gain);

} // namespace fusiform::roi

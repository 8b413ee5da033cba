// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/volume.h"
#include "core/image/voxel_set.h"

#include <Eigen/Dense>

#include <span>
#include <string>
#include <vector>

namespace fusiform::glm {

/// Which voxels a decoder may use.
enum class Criterion {
    T, ///< t of faces against fixation above a threshold
    TAndGain, ///< and the F test of all latents: the paper's plane of t and gain (Supp. Fig. 2)
    FamilyWise, ///< t, Bonferroni: p < level / voxels
    FalseDiscovery, ///< t, Benjamini & Hochberg 1995 at the level
    Top, ///< so many voxels with the best sum of the ranks of t and gain
};

struct Selection {
    Criterion criterion = Criterion::TAndGain;
    double tThreshold = 3.09; ///< of T and TAndGain; one-sided p < .001
    double pThreshold = 0.001; ///< of the F test of TAndGain
    double level = 0.05; ///< of FamilyWise and FalseDiscovery
    Eigen::Index count = 0; ///< of Top
};

/// What is known of every voxel.
struct VoxelEvidence {
    std::span<const float> t; ///< faces - fixation
    double degreesOfFreedom = 0; ///< of t
    std::span<const float> gain; ///< 1 - ResMS(with latents) / ResMS(without)
    std::span<const float> gainP; ///< of the F test of all latents
};

/// Positions of the selected voxels, ascending. A voxel without a finite t is never selected.
[[nodiscard]] std::vector<Eigen::Index> selectedVoxels(const VoxelEvidence& voxels,
                                                       const Selection& selection);

/// An anatomical or localizer criterion beside the one of the fit: only voxels where an image (a
/// mask, a label image of one region, a t map) lies above a value.
struct Within {
    image::Volume image;
    double above = 0;
};
/// For each voxel of a grid, whether the image's voxel nearest to its centre lies above the value.
[[nodiscard]] std::vector<bool> isInside(const Within& within, const image::Grid& grid,
                                         std::span<const image::Index> voxels);
/// As selectedVoxels() of the voxels inside alone: those outside count for nothing, not for
/// corrections nor for ranks. @param inside one a voxel; empty: all are
[[nodiscard]] std::vector<Eigen::Index> selectedVoxels(const VoxelEvidence& voxels,
                                                       const Selection& selection,
                                                       const std::vector<bool>& inside);

/// The set of some of a list of a grid's voxels, by their positions in it.
[[nodiscard]] image::VoxelSet voxelsAt(const image::Grid& grid,
                                       std::span<const image::Index> voxels,
                                       std::span<const Eigen::Index> positions);

/// The largest t that Benjamini and Hochberg's procedure rejects down to; infinity if none.
[[nodiscard]] double falseDiscoveryThreshold(std::span<const float> t, double degreesOfFreedom,
                                             double level);

/// For a person: "t(face - fixation) > 3.09 and F test of the latents p < 0.001".
[[nodiscard]] std::string describe(const Selection& selection, bool hasFixation);

} // namespace fusiform::glm

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

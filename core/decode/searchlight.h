// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"

#include <functional>

namespace fusiform::decode {

struct SearchlightOptions {
    double radiusMm = 8;
    Eigen::Index fewestVoxels = 10; ///< a ball with fewer usable voxels says too little
    DecodeOptions decoding;
    std::int64_t permutations = 0; ///< of the faces' labels; 0: no p values
    std::uint64_t seed = 1; ///< of the permutations
    double level = 0.05; ///< of the corrected threshold
};

/// How well the faces can be told apart from the voxels around each voxel.
struct SearchlightMap {
    /// Per voxel of the fit: the share of pairs won (scores::pairwise, chance 0.5) by its ball;
    /// NaN: too few usable voxels, or not done before the job was stopped.
    std::vector<float> accuracy;
    Eigen::Index centres = 0; ///< that have a value
    Eigen::Index tooFewVoxels = 0; ///< centres left out
    bool isComplete = true; ///< false: stopped on the way
    // Of permutations; only of a complete map:
    std::vector<float> p; ///< per voxel, not corrected; empty: there were no permutations
    std::vector<float>
        pCorrected; ///< per voxel, for all centres: by the maximum of each permutation
    std::optional<double> threshold; ///< least accuracy with a corrected p of at most the level
    std::int64_t permutations = 0; ///< made
    bool areAllPermutations = false; ///< every order of the faces once, so that p is exact
};

/// Hears of the map as it fills in, on the thread that asked for it.
/// @param accuracy per voxel of the fit; NaN where nothing is known yet. Only during the call.
using SearchlightObserver = std::function<void(std::span<const float> accuracy)>;

/// Decodes the faces from the usable in-mask voxels within a radius of every in-mask voxel, as
/// decodeRegion does, and scores pairwise recognition (searchlight: Kriegeskorte, Goebel &
/// Bandettini 2006). W was learnt from training faces, so nothing is fitted to the faces decoded
/// here.
///
/// A permutation gives the true codes of the faces to other faces and leaves the decoded codes as
/// they are: the correlations of a ball are computed once. All balls share a permutation, so that
/// the maximum over them gives p values that hold for the whole map (Nichols & Holmes 2002). If
/// there are no more orders of the faces than permutations were asked for, each order is taken
/// once.
/// @param faces those that may be shown; sealed faces cannot be passed
/// @throws Error{Usage} with fewer than 2 faces, or if their codes are not known; Error{Cancelled}
/// if the job was stopped before the first ball. Stopped later, it gives the part that was done.
[[nodiscard]] SearchlightMap searchlight(const glm::Fit& fit, const glm::ModelFit& model,
                                         const glm::FaceSet& faces,
                                         const SearchlightOptions& options, Progress& progress,
                                         const SearchlightObserver& observer = {});

} // namespace fusiform::decode

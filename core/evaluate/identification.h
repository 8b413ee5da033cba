// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"

namespace fusiform::evaluate {

/// So many candidates, the own face among them; found when it is among the `best`.
struct TopK {
    long ways = 2;
    long best = 1;
    double share = 0; ///< in expectation over all draws of candidates
    double chance = 0;
};

/// How like each other the codes of several faces are.
struct CodeSpread {
    double participation = 0; ///< (Σλ)² / Σλ² of the covariance over faces: how many directions
    double correlation = 0; ///< mean r between different faces, training mean taken off
    double length = 0; ///< mean distance from the training mean, training sd
};

/// What one region's codes are like beside the scores: who is taken for whom, whether decoding goes
/// both ways, and whether all faces come out alike (methods 4: identification family, collapse).
struct Identification {
    std::string model;
    std::string region;
    Eigen::MatrixXd similarity; ///< faces x faces: decoded f with true g
    std::vector<std::string> names;
    double forward = 0; ///< decoded faces among true ones: pairwise, ties half
    double backward = 0; ///< true faces among decoded ones
    std::vector<TopK> tops;
    double medianRank = 0; ///< of the own face, 1 is best
    double reciprocalRank = 0; ///< mean of 1 / rank; expected by chance in reciprocalChance
    double reciprocalChance = 0;
    CodeSpread decoded;
    CodeSpread truth;
};

/// @param found with one region of the model
[[nodiscard]] Identification identification(const OpenModel& open, const Recognition& found);

} // namespace fusiform::evaluate

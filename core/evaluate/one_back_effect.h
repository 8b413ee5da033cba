// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/recognition.h"
#include "core/evaluate/refit.h"
#include "core/glm/series_one_backs.h"
#include "core/stats/sign_flip.h"

namespace fusiform::evaluate {

/// What it does to the scores of a region whether one-back repeats are showings of their faces or
/// have a regressor of their own.
struct OneBackEffect {
    struct Way {
        double pairwise = 0; ///< ties half
        double full = 0;
        double meanR = 0; ///< decoded with own true code, mean of the faces
        stats::Interval pairwiseInterval; ///< bootstrap over faces
    };
    std::string model;
    std::string region;
    glm::OneBackCounts oneBacks;
    bool areCountedInFit = false; ///< else they are nuisance there
    Eigen::Index faces = 0;
    Eigen::Index patternsAnew = 0; ///< faces whose patterns were estimated anew either way
    Eigen::Index trialsCounted = 0; ///< that train W
    Eigen::Index trialsApart = 0;
    Way counted;
    Way apart; ///< as nuisance
    stats::SignFlip pairwise; ///< counted - apart, over faces
    stats::SignFlip r; ///< likewise; NaN: a code that does not vary
};

/// W and the patterns of exploration faces are estimated again from the kept series, either way,
/// with the whitening, voxels and ridge of the fit. Patterns of other faces are those of the fit:
/// the series does not hold them.
/// @return one a region; none if the study has no one-backs or the series does not tell them apart
/// @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] std::vector<OneBackEffect> oneBackEffect(const Refit& refit,
                                                       std::span<const roi::Region> regions,
                                                       const RecognitionOptions& options,
                                                       Progress& progress);

} // namespace fusiform::evaluate

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/refit.h"

namespace fusiform::evaluate {

/// What training pictures that are also test faces do to the scores of one region.
struct LeakEffect {
    std::string model;
    std::string region;
    std::vector<std::string> stimuli; ///< training pictures with the code of a test face
    Eigen::Index trials = 0; ///< in which they were shown
    double pairwise = 0; ///< as fitted
    double full = 0;
    double pairwiseWithout = 0; ///< trained without them; NaN: there are none
    double fullWithout = 0;
};

/// A training picture is a test face where the model gives both the same code (pictures that are
/// only nearly the same are found by the audit of the study, `bids`). In the training without them
/// their trials keep the response to any face and lose that to their latents.
/// @throws Error{BadData}, Error{Cancelled}
[[nodiscard]] LeakEffect leakEffect(const Refit& refit, const roi::Region& region,
                                    const decode::DecodeOptions& decoding, Progress& progress);

} // namespace fusiform::evaluate

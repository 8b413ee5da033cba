// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/decode_region.h"
#include "core/evaluate/open_subject.h"

namespace fusiform::evaluate {

/// Scores at one strength of the ridge.
struct RidgeStep {
    double ridge = 0; ///< relative to the mean diagonal of the Gram matrix
    double pairwise = 0;
    double full = 0;
};

/// What the ridge does to the scores of one region: shown, never chosen by.
struct RidgeEffect {
    std::string model;
    std::string region;
    double used = 0; ///< the ridge of the other analyses
    std::vector<RidgeStep> steps; ///< ascending, a factor of √10 apart
};

/// Of the selected voxels.
[[nodiscard]] RidgeEffect ridgeEffect(const OpenSubject& subject, const OpenModel& open,
                                      const decode::DecodeOptions& decoding, Progress& progress);

} // namespace fusiform::evaluate

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/fit.h"
#include "core/preprocess/subject_results.h"

#include <set>

namespace fusiform::evaluate {

/// How good the images were that a fit was made of.
struct PreprocessingFacts {
    enum class Images {
        Unknown, ///< the fit does not say: made by another program, or shipped without its study
        Raw, ///< nobody has measured them
        Preprocessed,
    };
    Images images = Images::Unknown;
    std::string madeBy; ///< "Fusiform preprocessing", "fMRIPrep"; of preprocessed images
    std::string folder; ///< where they should lie
    /// Face runs in the order of their names; empty: nothing is found there. Numbers that the
    /// program has not written are NaN.
    std::vector<preprocess::RunResult> runs;
    std::set<std::string> dropped; ///< names of those that were not fitted
    preprocess::OptionList options; ///< of Fusiform's preprocessing
};

/// Looks where the fit says that its images came from. Of Fusiform's preprocessing everything is
/// there; of other programs the framewise displacement of their tables of confounds.
/// @throws Error{BadData} if a table is damaged
[[nodiscard]] PreprocessingFacts preprocessingFacts(const glm::Fit& fit);

} // namespace fusiform::evaluate

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/spm_model.h"

namespace fusiform::import {

/// How a user names the columns; see matchName. Empty: by the names that are usual.
struct SpmPatterns {
    std::string latents; ///< "facexlatent#"
    std::string faces; ///< training faces, whose weight is the bias
    std::string fixation;
    std::string test; ///< one column a face; its name stands at the "*"
};

/// A number a voxel that is a mean of betas, every session with the same weight.
struct SpmMean {
    std::string name;
    std::vector<Index> columns;
};

/// What each column is for.
struct SpmColumns {
    std::vector<SpmMean> latents; ///< in the order of their numbers
    SpmMean faces; ///< the bias
    SpmMean fixation; ///< no columns: fixation is the implicit baseline
    std::vector<SpmMean> test; ///< by their faces' names
    SpmMean constants; ///< the mean images of the sessions
};

/// @throws Error{BadData} naming the columns there are and the option that says which are meant, if
/// what is needed is not there or could be several things.
[[nodiscard]] SpmColumns sortColumns(const SpmModel& model, const SpmPatterns& patterns);

/// The trial by trial values of each latent, all sessions joined; empty if SPM.mat lacks some.
[[nodiscard]] std::vector<std::vector<double>> valuesOfLatents(const SpmModel& model,
                                                               const SpmColumns& columns);

} // namespace fusiform::import

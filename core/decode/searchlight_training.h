// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/searchlight.h"
#include "core/decode/training_folds.h"

namespace fusiform::decode {

/// The searchlight of single training faces, each decoded by a W that has not seen its session: the
/// value of a ball is the score that TrainingScorer gives it as a region (share of pairs won within
/// a fold, mean over the folds; chance 0.5). The criterion of the fit is looked at inside each
/// fold, among the voxels of the folds; where too few of a ball are left in a fold it has no value.
///
/// Only numbers that do not depend on the ball are made of whole codes: how much every voxel's
/// weights agree with every true code. With these a ball of V voxels costs V² x latents for its
/// Gram matrix and no more than V² x trials for the rest, a fold.
///
/// A permutation exchanges the true codes within each fold, the same for all balls, and the maximum
/// over the balls corrects p (Nichols & Holmes 2002); `threshold` is the least accuracy in the map
/// that it lets pass.
/// @param fit whose voxels the map is of; those that are not of the folds have no value
/// @throws Error{Usage} with a decoder other than ols and ridge, or a fold with fewer than two
/// trials; Error{Cancelled} if it was stopped before the first ball. Stopped later, it gives the
/// part that was done.
[[nodiscard]] SearchlightMap trainingSearchlight(const glm::Fit& fit, const TrainingFolds& folds,
                                                 const SearchlightOptions& options,
                                                 Progress& progress,
                                                 const SearchlightObserver& observer = {});

} // namespace fusiform::decode

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/group.h"

namespace fusiform::evaluate {

enum class Faces {
    Exploration, ///< the half that may always be shown
    All, ///< the sealed half and imagery too: the opening is recorded in the fit
};

/// Every analysis of one subject: each face model of the fit, each region that the fit offers. With
/// Faces::All the seal is opened for the selected voxels, once for all models and regions: they
/// were settled before, by criterion.
/// @throws Error{Usage} without test faces, Error{Failure} if an opening cannot be recorded,
/// Error{Cancelled}
[[nodiscard]] SubjectEvaluation
evaluateSubject(glm::Fit& fit, Faces faces, const RecognitionOptions& options, Progress& progress);

} // namespace fusiform::evaluate

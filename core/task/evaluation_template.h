// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/subject.h"
#include "core/task/evaluate_task.h"

#include <span>

namespace fusiform::task {

/// Brings what was selected in each subject to one template, by the transforms given or by those
/// that lie below the studies, if every fit has one to the same template; and tells where the
/// cortices end inwards on the grid that the subjects then share. Does nothing with one subject or
/// where the overlap is not wanted.
/// @param found one a fit. @throws Error{Usage} if transforms are given for other than every fit,
/// or to different templates; Error{BadData}, Error{Cancelled}
void placeInTemplate(std::span<const glm::Fit> fits, const EvaluateOptions& options,
                     std::span<evaluate::SubjectEvaluation> found, Progress& progress);

} // namespace fusiform::task

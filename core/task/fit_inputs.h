// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/leak_audit.h"
#include "core/glm/study_fit.h"
#include "core/stats/sealed_faces.h"
#include "core/task/fit_task.h"

namespace fusiform::task {

/// Everything of the study that the fit needs, read and checked before any long work.
struct FitInputs {
    bids::Study study;
    bids::Subject subject;
    std::vector<std::vector<bids::Event>> events;
    glm::StudyFitInput fit;
    bids::LeakAudit audit;
    bool areLeaksLeftOut = true;
    stats::FaceSplit split;
    std::filesystem::path images; ///< folder of the preprocessed images; empty: the raw ones
};

/// Reads events, headers, confounds and what else is small, and checks it; no face model yet.
/// @throws Error{BadData, Usage}
[[nodiscard]] FitInputs readFitInputs(const FitOptions& options, Progress& progress);

/// The T1 image, where it was put beside the preprocessed images, else as it came; or empty.
[[nodiscard]] std::filesystem::path anatomyOf(const FitInputs& inputs);

} // namespace fusiform::task

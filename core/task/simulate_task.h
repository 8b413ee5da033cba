// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulate/study_plan.h"
#include "core/task/task.h"

namespace fusiform::task {

struct SimulateOptions {
    std::filesystem::path out;
    bool overwrite = false;
    simulate::StudyOptions study;
};

void describe(SimulateOptions& options, Fields& fields);
/// Writes a synthetic BIDS study with planted truth.
[[nodiscard]] Outcome simulateStudy(const SimulateOptions& options, Progress& progress);

} // namespace fusiform::task

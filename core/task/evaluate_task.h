// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `evaluate`: the paper's analyses of one or more fitted subjects, with figures and a report.
struct EvaluateOptions {
    std::vector<std::filesystem::path> fits;
    std::string faces = "all";
    std::vector<std::string> only; ///< keys of analyses; empty: all
    std::string decoder = "ridge";
    std::optional<double> ridge; ///< default 0.1
    std::string scoreUnits = "model";
    std::int64_t permutations = 10'000;
    std::int64_t draws = 10'000;
    double level = 0.95;
    std::int64_t partitions = 1; ///< of the learning curve
    std::int64_t pipeline = 0; ///< trainings on exchanged codes
    std::vector<std::filesystem::path> controls; ///< masks of voxels that should know nothing
    std::vector<std::filesystem::path> transforms; ///< to a template, one a fit; empty: found
    std::string borders = "auto"; ///< of the cortex on maps; "off"
    std::filesystem::path labels; ///< what the pictures of test faces show; empty: not known
    std::int64_t seed = 1;
    std::filesystem::path output; ///< figures, tables and report; empty: none
    bool overwrite = false;
};
void describe(EvaluateOptions& options, Fields& fields);
/// With faces "all" the seals of all fits are opened, which is recorded in each.
[[nodiscard]] Outcome runEvaluate(const EvaluateOptions& options, Progress& progress);

} // namespace fusiform::task

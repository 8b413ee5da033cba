// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `contrast FIT EXPRESSION`: maps of a contrast between conditions.
struct ContrastOptions {
    std::filesystem::path fit;
    std::string expression;
    std::filesystem::path out;
    bool overwrite = false;
};
void describe(ContrastOptions& options, Fields& fields);
[[nodiscard]] Outcome runContrast(const ContrastOptions& options, Progress& progress);

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `demo`: the demonstration without a display.
struct DemoOptions {
    std::filesystem::path output;
    bool isRebuilt = false;
    bool overwrite = false;
};
void describe(DemoOptions& options, Fields& fields);
/// Decodes the demonstration's exploration faces with every face model and every region, and writes
/// pictures, a page and summary.json. Rebuilt, the fit is made anew first: a study is simulated and
/// fitted, and the fit is left in the output's folder `fit`.
[[nodiscard]] Outcome runDemo(const DemoOptions& options, Progress& progress);

/// The fit that ships with the program; empty if it does not.
[[nodiscard]] std::filesystem::path demonstrationFit();

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

/// `replay`: does again what a session's journal says, and checks every entry.
struct ReplayOptions {
    std::filesystem::path journal;
};
void describe(ReplayOptions& options, Fields& fields);
[[nodiscard]] Outcome runReplay(const ReplayOptions& options, Progress& progress);

} // namespace fusiform::task

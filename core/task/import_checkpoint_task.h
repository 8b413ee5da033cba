// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct ImportCheckpointOptions {
    std::filesystem::path checkpoint;
    std::filesystem::path out;
    std::string name = "published";
    bool overwrite = false;
};
void describe(ImportCheckpointOptions& options, Fields& fields);
/// Makes a face model of the published network's TensorFlow checkpoint.
[[nodiscard]] Outcome importCheckpoint(const ImportCheckpointOptions& options, Progress& progress);

} // namespace fusiform::task

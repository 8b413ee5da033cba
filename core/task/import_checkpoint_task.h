// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

namespace fusiform::task {

struct ImportCheckpointOptions {
    std::filesystem::path checkpoint;
    std::filesystem::path out; ///< of weights; programs stay where they are
    std::string name; ///< empty: "published", or the name of a program's file
    bool overwrite = false;
    bool trust = false; ///< a program may run, now and later
    std::int64_t latent = 0; ///< how long a program's codes are; 0: it says so itself
};
void describe(ImportCheckpointOptions& options, Fields& fields);
/// Makes a face model of the weights of the published network, by TensorFlow or PyTorch; or lets a
/// TorchScript program be used as one.
[[nodiscard]] Outcome importCheckpoint(const ImportCheckpointOptions& options, Progress& progress);

} // namespace fusiform::task

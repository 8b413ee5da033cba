// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/import_checkpoint_task.h"

namespace fusiform::task {

/// import-checkpoint of a TorchScript program: runs it to find out what it makes, and notes that
/// the user trusts it. Nothing is written beside the program.
/// @throws Error{Usage} without --trust: then nothing of it has run.
[[nodiscard]] Outcome importProgram(const ImportCheckpointOptions& options, Progress& progress);

/// What `info` says of a program beside its format, without running it.
void addTrust(Json& json, const std::filesystem::path& file);

} // namespace fusiform::task

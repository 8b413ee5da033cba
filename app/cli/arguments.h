// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"

#include <optional>
#include <span>
#include <string>

namespace fusiform::cli {

/// What the words of a command line ask for.
struct Arguments {
    const task::Task* task = nullptr;
    std::unique_ptr<task::Run> run; ///< with its options set
    bool isJson = false;
    int verbosity = 0; ///< -1 quiet, 0 normal, 1 and more verbose
    std::int64_t threads = 0;
};

/// Parses the words after the program's name. Prints help or version and returns the exit status
/// when that is all there is to do.
/// @throws Error{Usage}
struct Parsed {
    std::optional<Arguments> arguments;
    int exitStatus = 0;
};
[[nodiscard]] Parsed parseArguments(std::span<char*> words);

} // namespace fusiform::cli

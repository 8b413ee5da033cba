// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"

#include <optional>

namespace fusiform::face_model {

/// What was found out of a program that makes faces when the user had it tried.
struct ProgramFacts {
    std::string name; ///< of the face model
    std::int64_t latentSize = 0;
    int imageSize = 0;
    double low = 0, high = 1; ///< the values that are black and white
    bool encodes = false; ///< whether it also turns pictures into codes
};

/// The programs that the user lets run, by the SHA-256 of their files: a changed file is another
/// program. One small JSON file in the folder of settings.
[[nodiscard]] std::filesystem::path trustedProgramsFile();
/// Nothing if the user has not said that the program may run.
/// @throws Error{BadData} if the list is damaged.
[[nodiscard]] std::optional<ProgramFacts> trustedProgram(const std::string& hash);
/// @param file its name is kept beside the hash, for a person who reads the list
void trustProgram(const std::string& hash, const std::filesystem::path& file,
                  const ProgramFacts& facts);

/// The SHA-256 of a TorchScript program that may not run yet; nothing for other files.
/// @throws Error{BadData} if it looks like a program and is none
[[nodiscard]] std::optional<std::string> untrustedProgram(const std::filesystem::path& file);

/// Why a program is not run, and how to change that: Error{Usage}.
[[nodiscard]] Error notTrusted(const std::filesystem::path& file, const std::string& hash);

} // namespace fusiform::face_model

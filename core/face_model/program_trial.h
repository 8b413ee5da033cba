// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/trusted_programs.h"
#include "core/util/progress.h"

#include <cstddef>
#include <span>

namespace fusiform::face_model {

/// What running a program on some random codes tells of it.
struct ProgramTrial {
    ProgramFacts facts;
    int codes = 0; ///< random codes that it was tried on
    double lowest = 0, highest = 0; ///< values of their pictures
    bool saysRange = false; ///< the range is the program's attribute and not a guess from these
};

/// Runs a program that the user trusts, to find out what it makes.
/// @param latentSize 0: what the program's attribute latent_size says
/// @throws Error{Usage} if nobody says how long codes are; Error{BadData} if what it makes is no
/// picture, or another one when the same code comes again.
[[nodiscard]] ProgramTrial tryProgram(const std::filesystem::path& file,
                                      std::span<const std::byte> bytes, std::int64_t latentSize,
                                      Progress& progress);

} // namespace fusiform::face_model

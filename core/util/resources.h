// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace fusiform {

/// The folder with portraits, models and the demonstration: FUSIFORM_RESOURCES if set, share/fusiform of
/// an installed program, or resources/ of the source tree for a program in build/<preset>/bin.
[[nodiscard]] std::filesystem::path resourceFolder();

/// Where the program keeps what the user has decided, as the XDG rules have it: $XDG_CONFIG_HOME/fusiform, by
/// default ~/.config/fusiform. It need not exist.
/// @throws Error{Failure} if there is no home.
[[nodiscard]] std::filesystem::path configFolder();

/// Where the program may keep what it can make again, as the window does: fusiform/fusiform below
/// XDG_CACHE_HOME or ~/.cache.
[[nodiscard]] std::filesystem::path cacheFolder();

/// The folder of the running program.
[[nodiscard]] std::filesystem::path programFolder();

}  // namespace fusiform

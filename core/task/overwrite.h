// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"

#include <filesystem>

namespace fusiform::task {

/// For a file to be written. (A folder's AtomicFolder does this itself.)
/// @throws Error{Usage} if it exists and may not be replaced
inline void refuseExisting(const std::filesystem::path& file, bool overwrite)
{
    if (!overwrite && std::filesystem::exists(file))
        throw usage(FUSIFORM_TR("core", "%1 exists already; say --overwrite to replace it.")
                        .arg(file.string()));
}

} // namespace fusiform::task

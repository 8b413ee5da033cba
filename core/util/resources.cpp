// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/resources.h"

#include "core/util/error.h"

#include <cstdlib>

namespace fusiform {

std::filesystem::path programFolder()
{
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

std::filesystem::path configFolder()
{
    // A relative XDG_CONFIG_HOME does not count, say the rules.
    if (const char* const folder = std::getenv("XDG_CONFIG_HOME"); folder && *folder == '/')
        return std::filesystem::path(folder) / "fusiform";
    if (const char* const home = std::getenv("HOME"); home && *home == '/')
        return std::filesystem::path(home) / ".config" / "fusiform";
    throw failure(FUSIFORM_TR("core", "There is no folder for settings: HOME is not set."));
}

std::filesystem::path resourceFolder()
{
    if (const char* const folder = std::getenv("FUSIFORM_RESOURCES"); folder && *folder)
        return folder;
    const std::filesystem::path program = programFolder();
    std::error_code error;
    const std::filesystem::path installed = program.parent_path() / "share" / "fusiform";
    if (std::filesystem::is_directory(installed, error))
        return installed;
    // Walking up finds the source tree from any build folder inside it; FUSIFORM_SOURCE_RESOURCES is where
    // the tree was when the program was built, for build folders elsewhere.
    for (std::filesystem::path folder = program; folder.has_relative_path(); folder = folder.parent_path())
        if (std::filesystem::is_directory(folder / "resources" / "portraits", error))
            return folder / "resources";
#ifdef FUSIFORM_SOURCE_RESOURCES
    return FUSIFORM_SOURCE_RESOURCES;
#else
    return installed;
#endif
}

std::filesystem::path cacheFolder()
{
    // The window's is Qt's CacheLocation: organisation and program are both called fusiform.
    const std::filesystem::path own = std::filesystem::path("fusiform") / "fusiform";
    if (const char* const folder = std::getenv("XDG_CACHE_HOME"); folder && *folder == '/')
        return folder / own;
    if (const char* const home = std::getenv("HOME"); home && *home)
        return home / (".cache" / own);
    std::error_code error;
    return std::filesystem::temp_directory_path(error) / own;
}

}  // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/file_state.h"

#include <fstream>
#include <string_view>
#include <unistd.h>

namespace fusiform::bids {

namespace {

bool isAnnexText(std::string_view text)
{
    return text.find("annex/objects/") != std::string_view::npos;
}

/// git-lfs and unlocked git-annex files leave a short text where the content should be.
bool isPointerFile(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > 1024 || size == 0)
        return false;
    std::ifstream stream(file, std::ios::binary);
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(size));
    return text.starts_with("version https://git-lfs.github.com/spec/")
           || text.starts_with("/annex/objects/");
}

} // namespace

FileState fileState(const std::filesystem::path& file)
{
    std::error_code error;
    const bool isLink = std::filesystem::is_symlink(file, error);
    if (!std::filesystem::exists(file, error)) {
        if (!isLink)
            return FileState::Missing;
        return isAnnexText(std::filesystem::read_symlink(file, error).string())
                   ? FileState::NotDownloaded
                   : FileState::BrokenLink;
    }
    if (::access(file.c_str(), R_OK) != 0)
        return FileState::Unreadable;
    return isPointerFile(file) ? FileState::NotDownloaded : FileState::Present;
}

std::string fetchCommand(const std::filesystem::path& file)
{
    std::error_code error;
    return (std::filesystem::is_symlink(file, error) ? "datalad get " : "git lfs pull --include ")
           + file.string();
}

} // namespace fusiform::bids

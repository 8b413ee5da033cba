// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fusiform::io {

/// What PyTorch saves as .pt: a zip archive. Only the names of its files are read here: what is in
/// them may be a program.
struct TorchArchive {
    std::vector<std::string> names;

    /// A TorchScript program (torch.jit.save) holds code; weights alone (torch.save) do not.
    [[nodiscard]] bool isProgram() const;
};

/// By the name, or by the first file in the archive.
[[nodiscard]] bool isTorchArchive(std::span<const std::byte> prefix,
                                  const std::filesystem::path& file);
/// The same, of a file that need not be there.
[[nodiscard]] bool isTorchArchive(const std::filesystem::path& file);
/// @param bytes of the whole file.  @throws Error{BadData}
[[nodiscard]] TorchArchive readTorchArchive(const std::filesystem::path& file,
                                            std::span<const std::byte> bytes);
/// @throws Error{BadData} if the file is no TorchScript program.
void requireProgram(const std::filesystem::path& file, std::span<const std::byte> bytes);
[[nodiscard]] Json describeTorchArchive(const std::filesystem::path& file);

} // namespace fusiform::io

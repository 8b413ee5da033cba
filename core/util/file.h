// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fusiform {

/// The whole file. @throws Error{BadData} if it is absent, Error{Failure} if it cannot be read.
[[nodiscard]] std::string readTextFile(const std::filesystem::path& file);
[[nodiscard]] std::vector<std::byte> readBinaryFile(const std::filesystem::path& file);

/// A file mapped read-only into memory; unmapped when the last copy goes.
class MappedFile {
public:
    /// @throws Error{BadData} if it is absent, Error{Failure} if it cannot be read.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return {m_begin, m_size}; }

private:
    const std::byte* m_begin = nullptr;
    std::size_t m_size = 0;
};

} // namespace fusiform

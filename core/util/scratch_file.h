// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace fusiform {

/// Room on the disk for what memory cannot hold: a file without a name, written at its end and read
/// as memory. It is gone when the object is, also when the program is killed.
class ScratchFile {
public:
    /// @param folder where the file lies; made if need be. @param mostBytes that will be added
    /// @throws Error{Failure} naming the folder
    ScratchFile(const std::filesystem::path& folder, std::size_t mostBytes);
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    /// @throws Error{Failure} naming the folder when the disk is full, Error{Usage} beyond
    /// mostBytes
    void append(std::span<const std::byte> bytes);
    /// What was added so far; stays where it is while more is added.
    [[nodiscard]] std::span<const std::byte> bytes() const { return {m_begin, m_size}; }

private:
    std::filesystem::path m_folder; ///< for messages
    int m_descriptor = -1;
    const std::byte* m_begin = nullptr;
    std::size_t m_size = 0;
    std::size_t m_mostBytes = 0;
};

} // namespace fusiform

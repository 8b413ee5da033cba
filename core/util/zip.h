// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform {

/// A zip archive that is read; the door to libzip. Its names are checked when it is opened: none
/// leaves the folder that it is unpacked into. What it says of its sizes is not trusted.
class ZipReader {
public:
    /// A file in the archive. Folders and links are no files.
    struct Item {
        std::string name; ///< with '/' between folders
        std::uint64_t size = 0; ///< unpacked, bytes
    };

    /// @throws Error{BadData} if it is absent, no archive, or one with names that are not safe
    explicit ZipReader(const std::filesystem::path& file);
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] bool has(std::string_view name) const;
    /// @param most bytes it may have. @throws Error{BadData} if it is not there, larger or damaged
    [[nodiscard]] std::string read(std::string_view name, std::uint64_t most) const;
    /// Into a new file, whose folder is made. @throws as read(); Error{Failure}, Error{Cancelled}
    void unpack(std::string_view name, const std::filesystem::path& target,
                Progress& progress) const;

private:
    struct Archive;
    /// Hands over what is in a file, piece by piece.
    template <class Take>
    void readPieces(std::string_view name, std::uint64_t most, const Take& take) const;

    std::filesystem::path m_file;
    std::unique_ptr<Archive> m_archive;
    std::vector<Item> m_items;
};

/// A zip archive that appears whole or not at all. The same content gives the same bytes: every
/// file in it bears the same date.
class ZipWriter {
public:
    /// @throws Error{Failure}
    explicit ZipWriter(std::filesystem::path target);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    void add(const std::string& name, std::string content);
    /// It is read by commit(). @throws Error{Failure}
    void addFile(const std::string& name, const std::filesystem::path& file);
    /// @throws Error{Failure}, Error{Cancelled}; then nothing is left behind
    void commit(Progress& progress);

private:
    struct Archive;
    std::unique_ptr<Archive> m_archive;
};

} // namespace fusiform

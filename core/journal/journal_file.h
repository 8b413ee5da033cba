// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fusiform::journal {

/// The text of a journal: appended to at its end, a line in one write, and read again at any place.
/// What was appended outlives the death of the program at any moment; sync() outlives the machine's
/// too. While an object may write, no other can open the file.
class JournalFile {
public:
    /// No file at all: in memory.
    JournalFile() = default;
    /// A new file, readable for its owner alone; its folder is made if need be.
    /// @throws Error{Failure}
    [[nodiscard]] static JournalFile create(const std::filesystem::path& file);
    /// To go on with one. @throws Error{BadData} if it is not there, Error{Failure} if it cannot be
    /// written, or is written by a program that still runs
    [[nodiscard]] static JournalFile resume(const std::filesystem::path& file);
    /// To read. @throws Error{BadData} if it is not there
    [[nodiscard]] static JournalFile examine(const std::filesystem::path& file);
    ~JournalFile();
    JournalFile(JournalFile&& other) noexcept;
    JournalFile& operator=(JournalFile&& other) noexcept;

    /// Empty: in memory.
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::int64_t size() const { return m_size; }
    /// @throws Error{Failure}
    [[nodiscard]] std::string read(std::int64_t from, std::int64_t length) const;
    /// Whole or not at all. @throws Error{Failure}, for instance when the disk is full
    void append(std::string_view line);
    /// Cuts off what stands behind. @throws Error{Failure}
    void truncate(std::int64_t size);
    /// Until it is on the disk itself; what goes wrong there is not told.
    void sync() const;
    /// The same text in memory: nothing is written any more, the file stays as it is.
    /// @throws Error{Failure} if it cannot be read
    void leaveDisk();

private:
    JournalFile(std::filesystem::path path, int descriptor, std::int64_t size);
    void close();

    std::filesystem::path m_path;
    int m_descriptor = -1;
    std::int64_t m_size = 0;
    std::string m_memory; ///< without a descriptor
};

/// Whether a program that still runs writes this journal.
[[nodiscard]] bool isBeingWritten(const std::filesystem::path& file);

} // namespace fusiform::journal

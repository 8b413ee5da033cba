// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

namespace fusiform {

/// `path` as it will be called once the AtomicFile and AtomicFolder around it are committed: what a
/// message should name.
[[nodiscard]] std::filesystem::path finalName(const std::filesystem::path& path);

/// A file that appears whole or not at all: written beside its name, synced, then renamed.
/// Destroyed before commit(), it removes what it wrote and leaves an older file of that name alone.
class AtomicFile {
public:
    /// Makes the folder if need be. @throws Error{Failure}
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Where to write for libraries that want a path; use it or write(), not both.
    [[nodiscard]] const std::filesystem::path& temporaryPath() const { return m_temporary; }
    /// @throws Error{Failure}, for instance when the disk is full; then nothing is left behind.
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
};

void writeFileAtomically(const std::filesystem::path& target, std::string_view text);
void writeFileAtomically(const std::filesystem::path& target, std::span<const std::byte> bytes);

/// A folder that appears whole or not at all: filled beside its name, then renamed.
class AtomicFolder {
public:
    enum class Existing { Refuse, Replace };
    /// From a task's --overwrite.
    [[nodiscard]] static Existing existing(bool mayReplace)
    {
        return mayReplace ? Existing::Replace : Existing::Refuse;
    }
    /// @throws Error{Usage} if the target exists and may not be replaced.
    AtomicFolder(std::filesystem::path target, Existing existing);
    ~AtomicFolder();
    AtomicFolder(const AtomicFolder&) = delete;
    AtomicFolder& operator=(const AtomicFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_temporary; }
    void commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    bool m_isCommitted = false;
};

} // namespace fusiform

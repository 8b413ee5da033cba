// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

namespace fusiform::test {

/// Bytes as a file that lives in memory: readers want a path, and a fuzzer thousands a second.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* bytes, std::size_t size)
        : m_descriptor(::memfd_create("fuzz", MFD_CLOEXEC))
    {
        if (m_descriptor < 0 || ::write(m_descriptor, bytes, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    ~MemoryFile() { ::close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::filesystem::path path() const
    {
        return "/proc/self/fd/" + std::to_string(m_descriptor);
    }

private:
    int m_descriptor;
};

/// A reader may refuse its input with an Error{BadData} and in no other way; anything else, a crash
/// included, is what the fuzzer looks for.
template <class Read>
int fuzz(const std::uint8_t* bytes, std::size_t size, Read read);

} // namespace fusiform::test

#include "core/util/error.h"

template <class Read>
int fusiform::test::fuzz(const std::uint8_t* bytes, std::size_t size, Read read)
{
    const MemoryFile file(bytes, size);
    try {
        read(file.path());
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData)
            std::abort();
    }
    return 0;
}

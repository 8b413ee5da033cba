// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/scratch_file.h"

#include "core/util/error.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace fusiform {

namespace {

Error noRoom(const std::filesystem::path& folder, int errorNumber)
{
    return failure(FUSIFORM_TR("core", "%1: no temporary file can be written there: %2.")
                       .arg(folder.string())
                       .arg(std::generic_category().message(errorNumber)));
}

} // namespace

ScratchFile::ScratchFile(const std::filesystem::path& folder, std::size_t mostBytes)
    : m_folder(folder), m_mostBytes(mostBytes)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw noRoom(folder, error.value());
    std::string name = (folder / "scratch-XXXXXX").string();
    m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (m_descriptor < 0)
        throw noRoom(folder, errno);
    ::unlink(name.c_str());
    if (mostBytes == 0)
        return;
    // The whole range at once: pages beyond the end of the file become readable as it grows, and
    // what was read once stays where it is.
    void* const address
        = ::mmap(nullptr, mostBytes, PROT_READ, MAP_SHARED | MAP_NORESERVE, m_descriptor, 0);
    if (address == MAP_FAILED) {
        const int reason = errno;
        ::close(m_descriptor);
        throw noRoom(folder, reason);
    }
    m_begin = static_cast<const std::byte*>(address);
}

ScratchFile::~ScratchFile()
{
    if (m_begin)
        ::munmap(const_cast<std::byte*>(m_begin), m_mostBytes);
    ::close(m_descriptor);
}

void ScratchFile::append(std::span<const std::byte> bytes)
{
    if (bytes.size() > m_mostBytes - m_size)
        throw usage(FUSIFORM_TR("core", "A temporary file was made for %1 bytes and no more.")
                        .arg(m_mostBytes));
    // Written, not stored through the mapping: a full disk is then an error and not a signal.
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw noRoom(m_folder, errno);
        m_size += static_cast<std::size_t>(count);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

} // namespace fusiform

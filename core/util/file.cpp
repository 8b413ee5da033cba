// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/file.h"

#include "core/util/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fusiform {

namespace {

/// An open file descriptor and the size of the regular file behind it.
struct OpenFile {
    int descriptor = -1;
    std::size_t size = 0;

    explicit OpenFile(const std::filesystem::path& file)
        : descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (descriptor < 0 && errno == ENOENT)
            throw badData(file, FUSIFORM_TR("core", "a file"),
                          std::filesystem::is_symlink(file)
                              ? FUSIFORM_TR("core", "a link to a file that is not here")
                              : FUSIFORM_TR("core", "nothing of that name"));
        if (descriptor < 0)
            throw systemFailure(file, errno);
        struct stat status = {};
        if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
            ::close(descriptor);
            throw badData(file, FUSIFORM_TR("core", "a file"),
                          S_ISDIR(status.st_mode) ? FUSIFORM_TR("core", "a folder")
                                                  : FUSIFORM_TR("core", "something else"));
        }
        size = static_cast<std::size_t>(status.st_size);
    }
    ~OpenFile() { ::close(descriptor); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
};

template <class Container>
Container readWhole(const std::filesystem::path& file)
{
    const OpenFile open(file);
    Container content(open.size, typename Container::value_type{});
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t count = ::read(open.descriptor, content.data() + done, content.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw systemFailure(file, errno);
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    content.resize(done);
    return content;
}

} // namespace

std::string readTextFile(const std::filesystem::path& file) { return readWhole<std::string>(file); }

std::vector<std::byte> readBinaryFile(const std::filesystem::path& file)
{
    return readWhole<std::vector<std::byte>>(file);
}

MappedFile::MappedFile(const std::filesystem::path& file)
{
    const OpenFile open(file);
    if (open.size == 0)
        return;
    void* address = ::mmap(nullptr, open.size, PROT_READ, MAP_PRIVATE, open.descriptor, 0);
    if (address == MAP_FAILED)
        throw systemFailure(file, errno);
    m_begin = static_cast<const std::byte*>(address);
    m_size = open.size;
}

MappedFile::~MappedFile()
{
    if (m_begin)
        ::munmap(const_cast<std::byte*>(m_begin), m_size);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_file.h"

#include "core/util/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fusiform::journal {

namespace {

struct OpenFile {
    int descriptor = -1;
    std::int64_t size = 0;
};

OpenFile openedFile(const std::filesystem::path& file, int flags)
{
    const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR);
    struct stat state = {};
    if (descriptor < 0 || ::fstat(descriptor, &state) != 0)
        throw systemFailure(file, errno);
    return {descriptor, state.st_size};
}

OpenFile heldFile(const std::filesystem::path& file, int flags)
{
    const OpenFile open = openedFile(file, flags | O_RDWR | O_APPEND);
    // The kernel lets go of the lock when the program ends, however it ends.
    if (::flock(open.descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        ::close(open.descriptor);
        if (reason == EWOULDBLOCK)
            throw failure(FUSIFORM_TR("core", "%1: another program writes it.").arg(file.string()));
        throw systemFailure(file, reason);
    }
    return open;
}

void expectFile(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        throw badData(file, FUSIFORM_TR("core", "a journal"), FUSIFORM_TR("core", "no file"));
}

} // namespace

JournalFile::JournalFile(std::filesystem::path path, int descriptor, std::int64_t size)
    : m_path(std::move(path)), m_descriptor(descriptor), m_size(size)
{
}

JournalFile JournalFile::create(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error)
        throw systemFailure(file, error.value());
    const OpenFile open = heldFile(file, O_CREAT | O_EXCL);
    return {file, open.descriptor, open.size};
}

JournalFile JournalFile::resume(const std::filesystem::path& file)
{
    expectFile(file);
    const OpenFile open = heldFile(file, 0);
    return {file, open.descriptor, open.size};
}

JournalFile JournalFile::examine(const std::filesystem::path& file)
{
    expectFile(file);
    const OpenFile open = openedFile(file, O_RDONLY);
    return {file, open.descriptor, open.size};
}

JournalFile::~JournalFile() { close(); }

JournalFile::JournalFile(JournalFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_size(std::exchange(other.m_size, 0)),
      m_memory(std::move(other.m_memory))
{
}

JournalFile& JournalFile::operator=(JournalFile&& other) noexcept
{
    close();
    m_path = std::move(other.m_path);
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_size = std::exchange(other.m_size, 0);
    m_memory = std::move(other.m_memory);
    return *this;
}

void JournalFile::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

std::string JournalFile::read(std::int64_t from, std::int64_t length) const
{
    if (m_descriptor < 0)
        return m_memory.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(length));
    std::string text(static_cast<std::size_t>(length), '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t count = ::pread(m_descriptor, text.data() + done, text.size() - done,
                                      from + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            throw systemFailure(m_path, count < 0 ? errno : EIO);
        done += static_cast<std::size_t>(count);
    }
    return text;
}

void JournalFile::append(std::string_view line)
{
    std::string_view rest = line;
    while (m_descriptor >= 0 && !rest.empty()) {
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const Error error = systemFailure(m_path, errno);
            truncate(m_size);
            throw error;
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    if (m_descriptor < 0)
        m_memory += line;
    m_size += static_cast<std::int64_t>(line.size());
}

void JournalFile::truncate(std::int64_t size)
{
    if (m_descriptor < 0)
        m_memory.resize(static_cast<std::size_t>(size));
    else if (::ftruncate(m_descriptor, size) != 0)
        throw systemFailure(m_path, errno);
    m_size = size;
}

void JournalFile::sync() const
{
    if (m_descriptor >= 0)
        ::fdatasync(m_descriptor);
}

void JournalFile::leaveDisk()
{
    m_memory = read(0, m_size);
    close();
    m_path.clear();
}

bool isBeingWritten(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isFree = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    const bool isBusy = !isFree && errno == EWOULDBLOCK;
    ::close(descriptor);
    return isBusy;
}

} // namespace fusiform::journal

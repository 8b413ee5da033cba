// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/atomic_file.h"

#include "core/util/error.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace fusiform {

namespace {

constexpr std::string_view kMark = ".partial-";

std::filesystem::path temporaryBeside(const std::filesystem::path& target)
{
    static std::atomic<unsigned> counter{0};
    const std::string suffix
        = std::string(kMark) + std::to_string(::getpid()) + "-" + std::to_string(counter++);
    return target.parent_path() / ("." + target.filename().string() + suffix);
}

void makeParentFolder(const std::filesystem::path& target)
{
    const std::filesystem::path parent = target.parent_path();
    if (parent.empty())
        return;
    std::error_code error;
    std::filesystem::create_directories(parent, error);
    if (error)
        throw systemFailure(finalName(parent), error.value());
}

std::filesystem::path withoutTrailingSlash(std::filesystem::path path)
{
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

std::filesystem::path finalName(const std::filesystem::path& path)
{
    std::filesystem::path result;
    for (const auto& part : path) {
        const std::string name = part.string();
        const std::size_t mark = name.rfind(kMark);
        const bool isTemporary = name.starts_with('.') && mark != std::string::npos;
        result /= isTemporary ? name.substr(1, mark - 1) : name;
    }
    return result;
}

AtomicFile::AtomicFile(std::filesystem::path target)
    : m_target(std::move(target)), m_temporary(temporaryBeside(m_target))
{
    makeParentFolder(m_target);
    m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (m_descriptor < 0)
        throw systemFailure(finalName(m_target), errno);
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw systemFailure(finalName(m_target), errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void AtomicFile::commit()
{
    // By its name: a library may have put a file of its own in the place of ours.
    const int written = ::open(m_temporary.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isOnDisk = written >= 0 && ::fsync(written) == 0;
    const int reason = errno;
    if (written >= 0)
        ::close(written);
    if (!isOnDisk)
        throw systemFailure(finalName(m_target), reason);
    if (std::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        throw systemFailure(finalName(m_target), errno);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void writeFileAtomically(const std::filesystem::path& target, std::string_view text)
{
    AtomicFile file(target);
    file.write(text);
    file.commit();
}

void writeFileAtomically(const std::filesystem::path& target, std::span<const std::byte> bytes)
{
    AtomicFile file(target);
    file.write(bytes);
    file.commit();
}

AtomicFolder::AtomicFolder(std::filesystem::path target, Existing existing)
    : m_target(withoutTrailingSlash(std::move(target))), m_temporary(temporaryBeside(m_target))
{
    std::error_code error;
    const bool isThere = std::filesystem::exists(m_target, error);
    const bool isEmptyFolder = isThere && std::filesystem::is_directory(m_target, error)
                               && std::filesystem::is_empty(m_target, error);
    if (isThere && !isEmptyFolder && existing == Existing::Refuse)
        throw usage(FUSIFORM_TR("core", "%1 exists already; say --overwrite to replace it.")
                        .arg(m_target.string()));
    makeParentFolder(m_target);
    if (!std::filesystem::create_directory(m_temporary, error))
        throw systemFailure(finalName(m_target), error.value());
}

AtomicFolder::~AtomicFolder()
{
    std::error_code ignored;
    if (!m_isCommitted)
        std::filesystem::remove_all(m_temporary, ignored);
}

void AtomicFolder::commit()
{
    std::error_code error;
    std::filesystem::path old;
    if (std::filesystem::exists(m_target, error)) {
        old = temporaryBeside(m_target);
        std::filesystem::rename(m_target, old, error);
        if (error)
            throw systemFailure(finalName(m_target), error.value());
    }
    std::filesystem::rename(m_temporary, m_target, error);
    if (error) {
        std::error_code ignored;
        if (!old.empty())
            std::filesystem::rename(old, m_target, ignored);
        throw systemFailure(finalName(m_target), error.value());
    }
    m_isCommitted = true;
    if (!old.empty())
        std::filesystem::remove_all(old, error);
}

} // namespace fusiform

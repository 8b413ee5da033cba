// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <sys/resource.h>

namespace fusiform::test {

/// While it lives, no file of this process grows beyond so many bytes: as on a full disk, the
/// kernel refuses a write in the middle.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // as the programs do: an error instead of an end
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;

private:
    rlimit m_before = {};
};

} // namespace fusiform::test

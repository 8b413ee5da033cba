// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/memory.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

namespace fusiform {

double peakMemoryMb()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;  // the kernel counts KiB
}

double residentMemoryMb()
{
    std::ifstream statm("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    statm >> whole >> resident; // pages
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void keepFreedMemory()
{
    ::mallopt(M_MMAP_THRESHOLD, 64 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <string>

namespace fusiform {

double peakMemoryMb()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6; // the kernel counts KiB
}

double residentMemoryMb()
{
    std::ifstream statm("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    statm >> whole >> resident; // pages
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double availableMemoryMb()
{
    std::ifstream meminfo("/proc/meminfo");
    std::string name;
    double kib = 0;
    while (meminfo >> name >> kib) {
        if (name == "MemAvailable:")
            return kib * 1024 / 1e6;
        meminfo.ignore(1024, '\n');
    }
    return 0;
}

void keepFreedMemory()
{
    ::mallopt(M_MMAP_THRESHOLD, 64 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

void preferLargePages(void* data, std::size_t bytes)
{
    constexpr std::uintptr_t kLargePage = 2 << 20;
    const auto begin = reinterpret_cast<std::uintptr_t>(data);
    const std::uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
    const std::uintptr_t last = (begin + bytes) / kLargePage * kLargePage;
    if (first < last)
        ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/memory.h"

#include <sys/resource.h>

namespace fusiform {

double peakMemoryMb()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;  // the kernel counts KiB
}

}  // namespace fusiform

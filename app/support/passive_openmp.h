// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <unistd.h>

namespace fusiform {

/// GNU OpenMP spins by default, which makes two threads slower than one on a busy machine; it reads
/// the variable when it is loaded, so it must be there before the program starts.
inline void restartWithPassiveOpenMp(char** argv)
{
    if (std::getenv("OMP_WAIT_POLICY"))
        return;
    ::setenv("OMP_WAIT_POLICY", "PASSIVE", 1);
    ::execv("/proc/self/exe", argv);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/blas.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace fusiform {

/// Sets what libraries read from the environment when they are loaded, and starts the program anew
/// with it; variables that are set already stay.
/// - GNU OpenMP spins by default, which makes two threads slower than one on a busy machine.
/// - OpenBLAS takes its kernels for AVX2 on processors with AVX-512 that are newer than itself, for
///   instance AMD's; those for AVX-512 need 0.7 times the time (docs/performance.md).
inline void restartWithLibrarySettings(char** argv)
{
    bool isChanged = false;
    const auto set = [&](const char* name, const char* value) {
        if (std::getenv(name) != nullptr)
            return;
        ::setenv(name, value, 1);
        isChanged = true;
    };
    set("OMP_WAIT_POLICY", "PASSIVE");
#if defined(__x86_64__)
    const std::string_view kernel = math::blasKernel();
    const bool hasAvx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
                           && __builtin_cpu_supports("avx512dq")
                           && __builtin_cpu_supports("avx512vl");
    if (hasAvx512 && (kernel == "Haswell" || kernel == "Zen"))
        set("OPENBLAS_CORETYPE", "SkylakeX");
#endif
    if (isChanged)
        ::execv("/proc/self/exe", argv);
}

} // namespace fusiform

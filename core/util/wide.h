// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function with a plain loop over numbers: it is compiled for AVX2 too, and the program
/// takes that one where the processor has it. No fused operations, so the bits are the same.
/// Not with sanitizers, whose checks are not ready yet when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)                                \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define FUSIFORM_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FUSIFORM_WIDE
#endif

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_data.h"

#include <benchmark/benchmark.h>

/// Leaves a benchmark whose data are not on this machine, and says so.
#define FUSIFORM_BENCH_NEEDS(state, folder)                                                        \
    if ((folder).empty()) {                                                                        \
        (state).SkipWithError("the test data are not here");                                       \
        return;                                                                                    \
    }

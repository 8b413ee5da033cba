// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

namespace fusiform::bench {

/// The folder of larger test data (FUSIFORM_TEST_DATA, default ../shared/data), or empty.
inline std::filesystem::path sharedData(const char* name)
{
    const char* const chosen = std::getenv("FUSIFORM_TEST_DATA");
    const std::filesystem::path root
        = chosen != nullptr && *chosen != '\0'
              ? std::filesystem::path(chosen)
              : std::filesystem::path(FUSIFORM_SOURCE_DIR) / ".." / "shared" / "data";
    return std::filesystem::exists(root / name) ? root / name : std::filesystem::path();
}

} // namespace fusiform::bench

/// Leaves a benchmark whose data are not on this machine, and says so.
#define FUSIFORM_BENCH_NEEDS(state, folder)                                                        \
    if ((folder).empty()) {                                                                        \
        (state).SkipWithError("the test data are not here");                                       \
        return;                                                                                    \
    }

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "tests/fuzz/memory_file.h"

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        Progress progress;
        (void)journal::Journal::replayed(path, progress);
    });
}

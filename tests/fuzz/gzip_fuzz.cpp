// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip_file.h"

#include "tests/fuzz/memory_file.h"

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        constexpr std::size_t kMost = 1U << 22U;
        (void)io::readGzipPrefix(path, 512);
        (void)io::readGzipWhole(path, kMost);
        (void)io::readGzip(path, 4096);
    });
}

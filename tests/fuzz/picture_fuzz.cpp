// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_file.h"

#include "tests/fuzz/memory_file.h"

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        (void)io::readReduced(path, [](int, int) { return 3; });
        (void)io::readPicture(path);
    });
}

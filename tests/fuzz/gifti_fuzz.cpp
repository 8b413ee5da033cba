// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti_values.h"

#include "core/io/gifti.h"
#include "tests/fuzz/memory_file.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    // The description alone, then with its numbers as a surface and as labels.
    for (const auto read :
         {+[](const std::filesystem::path& path) { (void)io::describeGifti(path); },
          +[](const std::filesystem::path& path) { (void)io::readGiftiSurface(path); },
          +[](const std::filesystem::path& path) { (void)io::readGiftiLabels(path, 4); }})
        (void)test::fuzz(bytes, size, read);
    return 0;
}

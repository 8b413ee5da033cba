// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_archive.h"

#include "tests/fuzz/memory_file.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        (void)io::describeTorchArchive(path).dump();
    });
}

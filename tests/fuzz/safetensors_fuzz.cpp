// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "tests/fuzz/memory_file.h"

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        const io::Safetensors content(path);
        for (const auto& [name, tensor] : content.tensors())
            if (tensor.isFloat())
                (void)tensor.floats();
    });
}

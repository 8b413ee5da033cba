// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nifti.h"

#include "tests/fuzz/memory_file.h"

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    return test::fuzz(bytes, size, [](const std::filesystem::path& path) {
        const io::NiftiHeader header = io::readNiftiHeader(path);
        constexpr std::size_t kMost = 1U << 24U; // larger ones only cost time
        if (header.isScalar() && header.dataBytes() < kMost) {
            const io::NiftiData data(header);
            (void)data.value(0, 0);
        }
    });
}

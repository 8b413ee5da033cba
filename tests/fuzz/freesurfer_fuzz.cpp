// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/freesurfer_values.h"

#include "core/io/surface_file.h"
#include "tests/fuzz/memory_file.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    // Each kind in turn: none may fall over the bytes of another.
    for (const auto read :
         {+[](const std::filesystem::path& path) { (void)io::describeFreeSurfer(path); },
          +[](const std::filesystem::path& path) { (void)io::readSurface(path); },
          +[](const std::filesystem::path& path) { (void)io::readFreeSurferValues(path); },
          +[](const std::filesystem::path& path) { (void)io::readFreeSurferAnnotation(path); },
          +[](const std::filesystem::path& path) { (void)io::readAnnotationLabels(path, 2); },
          +[](const std::filesystem::path& path) { (void)io::readLabelVertices(path, 8, "a"); }})
        (void)test::fuzz(bytes, size, read);
    return 0;
}

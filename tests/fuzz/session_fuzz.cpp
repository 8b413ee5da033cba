// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/zip.h"
#include "tests/fuzz/memory_file.h"

#include <unistd.h>

using namespace fusiform;

namespace {

/// A session as the window opens one, but for its fit.
void open(const std::filesystem::path& file)
{
    static const std::filesystem::path kFolder
        = std::filesystem::temp_directory_path() / ("fuzz-session-" + std::to_string(::getpid()));
    Progress progress;
    (void)session::describeSession(file);
    (void)session::readThumbnail(file);
    (void)session::replayedJournal(file, progress);
    session::unpackData(file, kFolder, progress);
    std::filesystem::remove_all(kFolder);
}

} // namespace

/// An archive, or (a checksum stops most changes of one) the text of its session.json.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size > 0 && bytes[0] == '{')
        return test::fuzz(bytes, size, [&](const std::filesystem::path& path) {
            (void)session::sessionFrom({reinterpret_cast<const char*>(bytes), size}, path);
        });
    return test::fuzz(bytes, size, open);
}

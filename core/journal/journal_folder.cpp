// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_folder.h"

#include "core/journal/entry.h"
#include "core/journal/journal_file.h"
#include "core/util/file.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <unistd.h>

namespace fusiform::journal {

namespace {

constexpr const char* kEnding = ".jsonl";

/// The first and the last whole line of a journal.
struct Ends {
    Start start;
    Entry last;
};

/// None if it holds no entry, or cannot be read.
std::optional<Ends> endsOf(const std::filesystem::path& file)
try {
    const MappedFile mapped(file);
    std::string_view text(reinterpret_cast<const char*>(mapped.bytes().data()),
                          mapped.bytes().size());
    text = text.substr(0, text.rfind('\n') + 1);
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    if (lines < 2)
        return std::nullopt;
    Ends ends;
    ends.start = startIn(text.substr(0, text.find('\n')), {file, 1});
    text.remove_suffix(1);
    ends.last
        = entryIn(text.substr(text.rfind('\n') + 1), ends.start.document.shape, {file, lines});
    return ends;
} catch (const Error&) {
    return std::nullopt;
}

} // namespace

std::vector<std::filesystem::path> journalsIn(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == kEnding && entry.is_regular_file(error))
            files.push_back(entry.path());
    std::ranges::sort(files, std::greater());
    return files;
}

std::filesystem::path newJournalName(const std::filesystem::path& folder)
{
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto milliseconds
        = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    std::tm utc = {};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 80> name = {}; // without colons: some file systems have none in names
    const std::size_t length = std::strftime(name.data(), name.size(), "%Y-%m-%dT%H-%M-%S", &utc);
    std::snprintf(name.data() + length, name.size() - length, ".%03d-%d",
                  static_cast<int>(milliseconds % 1000), static_cast<int>(::getpid()));
    return folder / (std::string(name.data()) + kEnding);
}

std::optional<LastSession> lastSession(const std::filesystem::path& folder,
                                       const std::filesystem::path& fit,
                                       const std::string& startHash)
{
    std::optional<LastSession> last;
    for (const std::filesystem::path& file : journalsIn(folder)) {
        if (isBeingWritten(file))
            continue;
        const std::optional<Ends> ends = endsOf(file);
        if (!ends || ends->start.fit != fit || ends->start.hash != startHash)
            continue;
        // Times are of one form, so that their order is that of their letters.
        if (!last || ends->last.time > last->lastTime)
            last = {file, ends->last.time, std::holds_alternative<Closed>(ends->last.happening)};
    }
    return last;
}

void removeOldJournals(const std::filesystem::path& folder, std::size_t most)
{
    const std::vector<std::filesystem::path> files = journalsIn(folder);
    for (std::size_t at = most; at < files.size(); ++at) {
        std::error_code isLeft; // a file that cannot be removed is no harm
        if (!isBeingWritten(files[at]))
            std::filesystem::remove(files[at], isLeft);
    }
}

} // namespace fusiform::journal

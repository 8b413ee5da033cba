// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unsaved_work.h"

#include "core/journal/entry.h"
#include "core/journal/journal_file.h"
#include "core/util/file.h"

#include <vector>

namespace fusiform::session {

namespace {

/// A journal as text: its first line, and all whole lines after it.
class JournalText {
public:
    explicit JournalText(const std::filesystem::path& file) : m_file(file), m_mapped(file)
    {
        const std::string_view text(reinterpret_cast<const char*>(m_mapped.bytes().data()),
                                    m_mapped.bytes().size());
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return;
        m_first = text.substr(0, end);
        m_rest = text.substr(end + 1, text.rfind('\n') - end);
    }

    [[nodiscard]] journal::Start start() const { return journal::startIn(m_first, {m_file, 1}); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::filesystem::path m_file;
    MappedFile m_mapped;
    std::string_view m_first;
    std::string_view m_rest;
};

/// The last entry of some lines that is more than the end of a session, and whether an end follows.
std::optional<journal::LastSession> workIn(std::string_view lines, const journal::Start& start,
                                           const std::filesystem::path& file)
{
    journal::LastSession work{file, {}, false};
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        const journal::Entry entry
            = journal::entryIn(lines.substr(0, end), start.document.shape, {file, 1});
        work.isClosed = std::holds_alternative<journal::Closed>(entry.happening);
        if (!work.isClosed)
            work.lastTime = entry.time;
        lines.remove_prefix(end + 1);
    }
    return work.lastTime.empty() ? std::nullopt : std::optional(work);
}

} // namespace

std::optional<journal::LastSession> unsavedWork(const std::filesystem::path& folder,
                                                const std::filesystem::path& sessionJournal)
{
    const JournalText session(sessionJournal);
    const journal::Start start = session.start();
    std::optional<journal::LastSession> last;
    for (const std::filesystem::path& file : journal::journalsIn(folder)) {
        if (file == sessionJournal || journal::isBeingWritten(file))
            continue;
        try {
            const JournalText other(file);
            if (other.rest().size() <= session.rest().size()
                || !other.rest().starts_with(session.rest()))
                continue;
            const journal::Start itsStart = other.start();
            if (itsStart.time != start.time || itsStart.hash != start.hash)
                continue;
            const auto work = workIn(other.rest().substr(session.rest().size()), itsStart, file);
            if (work && (!last || work->lastTime > last->lastTime))
                last = work;
        } catch (const Error&) {
            continue; // what cannot be read cannot be gone on with
        }
    }
    return last;
}

} // namespace fusiform::session

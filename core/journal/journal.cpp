// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include "core/util/file.h"
#include "core/util/time.h"

#include <algorithm>

namespace fusiform::journal {

namespace {

// A stroke of 2,000 voxels is done again in about 0.3 ms, and a document on a 1 mm grid that shares
// nothing with the last one kept takes some 0.5 MB (docs/performance.md).
constexpr std::size_t kFirstSpacing = 48;
constexpr std::size_t kMostSnapshots = 256;

/// Where the reading of a journal has got to.
struct Lines {
    std::string_view rest;
    std::int64_t from = 0;

    /// The next whole line without its line feed; none if what is left is half a line or nothing.
    [[nodiscard]] std::optional<std::string_view> next()
    {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        from += static_cast<std::int64_t>(end) + 1;
        return line;
    }
};

} // namespace

Journal::Journal(JournalFile file, Start start, std::size_t lines)
    : m_file(std::move(file)), m_start(std::move(start)), m_lines(lines), m_spacing(kFirstSpacing)
{
    m_document = std::make_shared<const Document>(std::move(m_start.document));
    m_start.document = {};
    m_kept[0] = m_document;
}

Journal::Journal(JournalFile file, Start start) : Journal(std::move(file), std::move(start), 0)
{
    m_start.hash = m_hasher.hashOf(*m_document);
    m_start.time = utcNow();
    Start written = m_start;
    written.document = *m_document;
    append(lineOf(written));
}

Journal Journal::resumed(const std::filesystem::path& file, Progress& progress)
{
    Journal journal = played(JournalFile::resume(file), progress);
    if (journal.m_droppedBytes > 0)
        journal.m_file.truncate(journal.m_file.size() - journal.m_droppedBytes);
    return journal;
}

Journal Journal::replayed(const std::filesystem::path& file, Progress& progress)
{
    return played(JournalFile::examine(file), progress);
}

Journal Journal::played(JournalFile file, Progress& progress)
{
    const std::filesystem::path path = file.path();
    const MappedFile mapped(path);
    Lines lines{{reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size()}};
    const auto first = lines.next();
    if (!first)
        throw badData(path, FUSIFORM_TR("core", "the start of a Fusiform journal"),
                      FUSIFORM_TR("core", "no whole line"));
    Journal journal(std::move(file), startIn(*first, {path, 1}), 1);
    if (const std::string hash = journal.m_hasher.hashOf(*journal.m_document);
        hash != journal.m_start.hash)
        throw badLine({path, 1}, FUSIFORM_TR("core", "a document with the hash written beside it"),
                      FUSIFORM_TR("core", "one with the hash %1").arg(hash));
    progress.begin(FUSIFORM_TR("core", "Playing the journal again"), mapped.bytes().size());
    Step at;
    at.from = lines.from;
    while (const auto line = lines.next()) {
        const LinePlace place{path, journal.m_lines + 1};
        at.line = place.number;
        at.length = lines.from - at.from;
        journal.play(entryIn(*line, journal.m_document->shape, place), at, place);
        progress.step(line->size());
        ++journal.m_lines;
        at.from = lines.from;
    }
    journal.m_droppedBytes = static_cast<std::int64_t>(lines.rest.size());
    return journal;
}

/// @param at where its line lies
void Journal::play(const Entry& entry, const Step& at, const LinePlace& place)
{
    const auto* const done = std::get_if<Done>(&entry.happening);
    const bool isAmending = done && done->isAmending;
    if (isAmending && (m_done == 0 || m_done != m_steps.size()))
        throw badLine(place, FUSIFORM_TR("core", "a step that the command can amend"),
                      FUSIFORM_TR("core", "none before it"));
    if (const std::string& before = hashAt(isAmending ? m_done - 1 : m_done);
        entry.before != before)
        throw badLine(place, FUSIFORM_TR("core", "an entry after the document %1").arg(before),
                      FUSIFORM_TR("core", "one after %1").arg(entry.before));
    m_isClosed = std::holds_alternative<Closed>(entry.happening);
    if (done) {
        Step step = at;
        step.name = done->name;
        step.time = entry.time;
        playCommand(*done, std::move(step), place);
    } else if (const auto* const undone = std::get_if<Undone>(&entry.happening)) {
        playUndo(undone->steps, place);
    } else if (!m_isClosed) {
        m_notes.push_back({entry.time, entry.happening, m_steps.size()});
    }
    if (entry.after != hash())
        throw badLine(place, FUSIFORM_TR("core", "a document with the hash %1").arg(entry.after),
                      FUSIFORM_TR("core", "one with the hash %1").arg(hash()));
}

void Journal::playCommand(const Done& done, Step step, const LinePlace& place)
{
    if (done.isAmending)
        show(m_done - 1, documentAt(m_done - 1));
    if (auto problem = problemWith(*m_document, done.command))
        throw badLine(place, FUSIFORM_TR("core", "a command that fits its document"),
                      *std::move(problem));
    step.effect = effectOf(*m_document, done.command);
    auto after = std::make_shared<const Document>(applied(*m_document, done.command));
    step.hash = m_hasher.hashOf(*after);
    push(std::move(step), std::move(after));
}

void Journal::playUndo(std::int64_t steps, const LinePlace& place)
{
    const std::int64_t target = static_cast<std::int64_t>(m_done) - steps;
    if (target < 0 || target > static_cast<std::int64_t>(m_steps.size()))
        throw badLine(place, FUSIFORM_TR("core", "at most as many steps as there are"),
                      FUSIFORM_TR("core", "more"));
    show(static_cast<std::size_t>(target), documentAt(static_cast<std::size_t>(target)));
}

const std::string& Journal::hashAt(std::size_t done) const
{
    return done == 0 ? m_start.hash : m_steps[done - 1].hash;
}

std::shared_ptr<const Document> Journal::documentAt(std::size_t done)
{
    const auto kept = std::prev(m_kept.upper_bound(done));
    std::shared_ptr<const Document> document = kept->second;
    if (kept->first == done)
        return document;
    for (std::size_t at = kept->first; at < done; ++at) {
        const Step& step = m_steps[at];
        std::string line = m_file.read(step.from, step.length);
        line.pop_back(); // the line feed
        const LinePlace place{m_file.path(), step.line};
        const Entry entry = entryIn(line, document->shape, place);
        const auto* const again = std::get_if<Done>(&entry.happening);
        if (!again || problemWith(*document, again->command))
            throw badLine(place, FUSIFORM_TR("core", "the command that was written there"),
                          FUSIFORM_TR("core", "something else"));
        document = std::make_shared<const Document>(applied(*document, again->command));
        m_kept[at + 1] = document;
    }
    if (m_hasher.hashOf(*document) != hashAt(done))
        throw badData(m_file.path(), FUSIFORM_TR("core", "the journal as it was written"),
                      FUSIFORM_TR("core", "lines that were changed meanwhile"));
    return document;
}

/// Keeps the documents near the present one, so that steps from here are at once, and few others.
void Journal::show(std::size_t done, std::shared_ptr<const Document> document)
{
    m_done = done;
    m_document = std::move(document);
    m_kept[done] = m_document;
    if (m_steps.size() / m_spacing > kMostSnapshots)
        m_spacing *= 2;
    std::erase_if(m_kept, [this](const auto& kept) {
        const std::size_t distance
            = kept.first > m_done ? kept.first - m_done : m_done - kept.first;
        return kept.first % m_spacing != 0 && distance > m_spacing;
    });
}

/// What could be redone is given up.
void Journal::push(Step step, std::shared_ptr<const Document> after)
{
    m_steps.resize(m_done);
    m_kept.erase(m_kept.upper_bound(m_done), m_kept.end());
    m_steps.push_back(std::move(step));
    show(m_steps.size(), std::move(after));
}

bool Journal::isContinuing(const std::string& name, Merge merge) const
{
    return merge == Merge::WithLastOfSameName && m_isGestureOpen && m_done > 0
           && m_done == m_steps.size() && m_steps.back().name == name;
}

std::shared_ptr<const Document> Journal::base(const std::string& name, Merge merge)
{
    return isContinuing(name, merge) ? documentAt(m_done - 1) : m_document;
}

bool Journal::commit(const Command& command, const std::string& name, Merge merge)
{
    const std::shared_ptr<const Document> before = base(name, merge);
    if (const auto problem = problemWith(*before, command))
        throw usage(
            FUSIFORM_TR("core", "%1: this cannot be done: %2.").arg(name).arg(problem->english()));
    auto after = std::make_shared<const Document>(applied(*before, command));
    Step step{name, utcNow(), m_hasher.hashOf(*after), effectOf(*before, command)};
    if (step.hash == hash())
        return false;
    const bool isContinued = isContinuing(name, merge);
    if (!isContinued)
        flush();
    // A step of the gesture that was written already is written once more, whole.
    const bool isAmending
        = isContinued && (m_pending ? m_pending->isAmending : m_steps.back().line > 0);
    if (isContinued)
        --m_done;
    m_isGestureOpen = merge == Merge::WithLastOfSameName;
    m_pending = Done{command, name, isAmending};
    push(std::move(step), std::move(after));
    if (!m_isGestureOpen)
        flush();
    return true;
}

void Journal::flush()
{
    if (!m_pending)
        return;
    Step& step = m_steps.back();
    step.line = m_lines + 1;
    step.from = m_file.size();
    write(*std::exchange(m_pending, {}), hashAt(m_done - 1), step.hash);
    step.length = m_file.size() - step.from;
}

void Journal::endGesture()
{
    m_isGestureOpen = false;
    flush();
}

void Journal::goTo(std::size_t done)
{
    endGesture();
    if (done == m_done || done > m_steps.size())
        return;
    auto document = documentAt(done);
    write(Undone{static_cast<std::int64_t>(m_done) - static_cast<std::int64_t>(done)},
          hashAt(m_done), hashAt(done));
    show(done, std::move(document));
}

void Journal::note(Happening happening)
{
    endGesture();
    m_notes.push_back({utcNow(), happening, m_steps.size()});
    write(std::move(happening), hash(), hash());
}

void Journal::close()
{
    endGesture();
    write(Closed{}, hash(), hash());
    m_isClosed = true;
    m_file.sync();
}

void Journal::write(Happening happening, const std::string& before, const std::string& after)
{
    m_isClosed = false;
    append(lineOf(Entry{utcNow(), std::move(happening), before, after}));
}

void Journal::append(const std::string& line)
{
    try {
        m_file.append(line);
    } catch (const Error& error) {
        m_problem = error.message();
        m_file.leaveDisk();
        m_file.append(line);
    }
    ++m_lines;
}

std::string Journal::text()
{
    flush();
    return m_file.read(0, m_file.size());
}

std::vector<std::size_t> Journal::stepsBehind(std::size_t region) const
{
    std::vector<std::size_t> behind;
    for (std::size_t step = m_done; step-- > 0;) {
        const Effect& effect = m_steps[step].effect;
        const bool isNew = !effect.removed && region >= effect.regionsBefore;
        if (isNew || std::ranges::count(effect.changed, region) > 0)
            behind.push_back(step);
        if (isNew)
            break;
        if (effect.removed && *effect.removed <= region)
            ++region;
    }
    std::ranges::reverse(behind);
    return behind;
}

} // namespace fusiform::journal

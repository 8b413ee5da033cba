// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/events.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

namespace fusiform::bids {

namespace {

EventKind kindOf(const std::string& label)
{
    const std::string name = lowerCase(label);
    if (name == "train_face")
        return EventKind::TrainFace;
    if (name == "test_face")
        return EventKind::TestFace;
    if (name == "fix" || name == "fixation")
        return EventKind::Fixation;
    if (name == "img" || name == "imagery")
        return EventKind::Imagery;
    return EventKind::Other;
}

bool isNone(const std::string& cell) { return cell.empty() || lowerCase(cell) == "n/a"; }

bool oneBackFlag(const Tsv& table, std::size_t row, std::size_t column)
{
    const std::string& cell = table.rows[row][column];
    if (isNone(cell) || cell == "0")
        return false;
    if (cell == "1")
        return true;
    throw badData(
        table.file,
        FUSIFORM_TR("core", "0 or 1 in line %1, column %2").arg(row + 2).arg(table.columns[column]),
        FUSIFORM_TR("core", "\"%1\"").arg(cell));
}

} // namespace

std::vector<Event> parseEvents(std::string_view text, const std::filesystem::path& source)
{
    const Tsv table = parseTsv(text, source);
    const std::size_t onset = table.requiredColumn({"onset"});
    const std::size_t duration = table.requiredColumn({"duration"});
    const std::size_t type = table.requiredColumn({"trial_type"});
    const auto stimulus = table.column({"stim_file", "stimulus"});
    const auto oneBack = table.column({"oneback", "one_back"});

    std::vector<Event> events;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& cells = table.rows[row];
        Event event;
        event.line = row + 2;
        event.onset = table.number(row, onset);
        event.duration = table.number(row, duration);
        if (event.duration < 0)
            throw badData(
                source, FUSIFORM_TR("core", "a duration of at least 0 in line %1").arg(event.line),
                FUSIFORM_TR("core", "%1").arg(event.duration));
        event.label = cells[type];
        event.kind = kindOf(event.label);
        if (stimulus && !isNone(cells[*stimulus]))
            event.stimulus = cells[*stimulus];
        event.isOneBack = oneBack && oneBackFlag(table, row, *oneBack);
        const bool isFace = event.kind == EventKind::TrainFace || event.kind == EventKind::TestFace;
        if (isFace && event.stimulus.empty())
            throw badData(source,
                          FUSIFORM_TR("core", "a picture for the face in line %1").arg(event.line),
                          FUSIFORM_TR("core", "none"));
        // A stimulus path comes from outside: it must stay below the stimuli folder.
        for (const auto& part : std::filesystem::path(event.stimulus))
            if (part == ".." || part == "/")
                throw badData(
                    source,
                    FUSIFORM_TR("core", "a picture below stimuli/ in line %1").arg(event.line),
                    FUSIFORM_TR("core", "\"%1\"").arg(event.stimulus));
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<Event> readEvents(const std::filesystem::path& file)
{
    return parseEvents(readTextFile(file), file);
}

double eventEnd(const Event& event) { return event.onset + event.duration; }

std::string faceIdentity(const Event& event)
{
    return std::filesystem::path(event.stimulus).filename().string();
}

EventCounts& EventCounts::operator+=(const EventCounts& other)
{
    rows += other.rows;
    trainFace += other.trainFace;
    testFace += other.testFace;
    trainFaceOneBack += other.trainFaceOneBack;
    testFaceOneBack += other.testFaceOneBack;
    fixation += other.fixation;
    longFixation += other.longFixation;
    imagery += other.imagery;
    return *this;
}

EventCounts countEvents(const std::vector<Event>& events)
{
    EventCounts counts;
    counts.rows = events.size();
    for (const Event& event : events) {
        switch (event.kind) {
        case EventKind::TrainFace:
            ++counts.trainFace;
            counts.trainFaceOneBack += event.isOneBack;
            break;
        case EventKind::TestFace:
            ++counts.testFace;
            counts.testFaceOneBack += event.isOneBack;
            break;
        case EventKind::Fixation:
            ++counts.fixation;
            counts.longFixation += event.duration > 3;
            break;
        case EventKind::Imagery: ++counts.imagery; break;
        case EventKind::Other: break;
        }
    }
    return counts;
}

} // namespace fusiform::bids

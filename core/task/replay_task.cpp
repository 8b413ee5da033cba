// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/replay_task.h"

#include "core/journal/journal.h"
#include "core/session/session_file.h"

namespace fusiform::task {

namespace {

Json describeRegions(const journal::Journal& journal)
{
    Json regions = Json::array();
    const journal::Document& document = *journal.document();
    for (std::size_t place = 0; place < document.regions.size(); ++place) {
        const roi::Region& region = *document.regions[place];
        Json lines = Json::array();
        for (const std::size_t step : journal.stepsBehind(place))
            lines.push_back(journal.steps()[step].line);
        regions.push_back({{"name", region.name},
                           {"voxels", region.voxels.count()},
                           {"hash", region.voxels.hash()},
                           {"made", region.made},
                           {"edited_while_looking", region.isEditedWhileLooking},
                           {"active", place == document.active},
                           {"lines", lines}});
    }
    return regions;
}

Json describeOpenings(const journal::Journal& journal)
{
    Json openings = Json::array();
    for (const journal::Journal::Note& note : journal.notes())
        if (const auto* const seal = std::get_if<journal::SealOpened>(&note.happening))
            openings.push_back({{"faces", seal->opening.faces},
                                {"region", seal->opening.regionName},
                                {"region_hash", seal->opening.regionHash},
                                {"confirmatory", seal->opening.isConfirmatory},
                                {"time", seal->opening.time}});
    return openings;
}

} // namespace

void describe(ReplayOptions& options, Fields& fields)
{
    fields
        .add("journal", &options.journal,
             FUSIFORM_TR("core", "A session (.fusiform), or the journal of one (.jsonl)."))
        .positional();
}

Outcome runReplay(const ReplayOptions& options, Progress& progress)
{
    const journal::Journal journal = session::isSession(options.journal)
                                         ? session::replayedJournal(options.journal, progress)
                                         : journal::Journal::replayed(options.journal, progress);
    Outcome outcome;
    outcome.json = {{"fit", journal.start().fit.string()},
                    {"subject", journal.start().subject},
                    {"started", journal.start().time},
                    {"version", journal.start().version},
                    {"entries", journal.entries()},
                    {"steps", journal.steps().size()},
                    {"done", journal.done()},
                    {"start_hash", journal.start().hash},
                    {"hash", journal.hash()},
                    {"closed", journal.isClosed()},
                    {"dropped_bytes", journal.droppedBytes()},
                    {"openings", describeOpenings(journal)},
                    {"regions", describeRegions(journal)}};
    for (std::size_t step = 0; step < journal.done(); ++step)
        outcome.text += journal.steps()[step].time + "  " + journal.steps()[step].name + "\n";
    outcome.text += std::to_string(journal.entries()) + " entries, hash " + journal.hash() + "\n";
    return outcome;
}

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"
#include "core/results/option_words.h"

namespace fusiform::results {

namespace {

Table entriesTable(const std::string& name, const Text& title,
                   const std::vector<evaluate::FitRecord::Entry>& entries,
                   Text (*wordsOf)(std::string_view name))
{
    Table table{name,
                title,
                {{"meaning", FUSIFORM_TR("core", "What"), Kind::Name},
                 {"name", FUSIFORM_TR("core", "Name in files"), Kind::Name},
                 {"value", FUSIFORM_TR("core", "Value"), Kind::Name}},
                {}};
    for (const auto& [key, value] : entries)
        table.rows.push_back({wordsOf(key).english(), key, value});
    return table;
}

Table openingsTable(const std::vector<glm::Opening>& openings)
{
    Table table{"openings",
                FUSIFORM_TR("core", "Who looked at sealed faces, and when"),
                {{"faces", FUSIFORM_TR("core", "Faces"), Kind::Name},
                 {"time", FUSIFORM_TR("core", "Time (UTC)"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"made", FUSIFORM_TR("core", "How it was made"), Kind::Name},
                 {"standing", FUSIFORM_TR("core", "Standing"), Kind::Name}},
                {}};
    for (const glm::Opening& one : openings)
        table.rows.push_back({one.faces, one.time, one.regionName, one.regionMade,
                              std::string(one.isConfirmatory ? "confirmatory" : "exploratory")});
    return table;
}

Json jsonOfEntries(const std::vector<evaluate::FitRecord::Entry>& entries)
{
    Json json = Json::object();
    for (const auto& [key, value] : entries)
        json[key] = value;
    return json;
}

} // namespace

void tellStudy(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
               Section& section)
{
    if (!subject.record)
        return;
    const evaluate::FitRecord& record = *subject.record;
    if (record.options.empty() && record.counts.empty())
        section.missing.push_back(FUSIFORM_TR("core", "The fit does not say how it was made."));
    section.method = FUSIFORM_TR(
        "core",
        "As the fit has recorded it: what was counted in the study, every option, and each "
        "opening of the seal. An opening is exploratory if the region was changed while faces or "
        "scores were on screen.");
    if (!record.counts.empty())
        section.tables.push_back(entriesTable("counts", FUSIFORM_TR("core", "What was fitted"),
                                              record.counts, wordsOfCount));
    if (!record.options.empty())
        section.tables.push_back(entriesTable("options", FUSIFORM_TR("core", "Options of the fit"),
                                              record.options, wordsOfOption));
    if (!record.openings.empty())
        section.tables.push_back(openingsTable(record.openings));
    section.json = {{"version", record.version},
                    {"counts", jsonOfEntries(record.counts)},
                    {"options", jsonOfEntries(record.options)},
                    {"openings", record.openings.size()}};
}

} // namespace fusiform::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/ratings_task.h"

#include "core/rating/preference_section.h"
#include "core/report/svg.h"
#include "core/results/results_html.h"
#include "core/task/command_text.h"
#include "core/util/atomic_file.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace fusiform::task {

namespace {

std::string shareLine(const std::string& name, const rating::Choices& choices)
{
    return name + ": " + results::percent(choices.test.share) + " ("
           + std::to_string(choices.chosen) + " of " + std::to_string(choices.of) + ", "
           + results::percent(choices.test.interval.low) + " to "
           + results::percent(choices.test.interval.high) + ", two-sided p "
           + results::pText(choices.test.twoSided) + ")\n";
}

std::string linesOf(const rating::Preference& preference)
{
    const auto interval = [&](const stats::Interval& one) -> std::string {
        if (std::isfinite(one.low))
            return results::percent(one.low) + " to " + results::percent(one.high) + "\n";
        return preference.all.of < rating::kFewestForIntervals
                   ? "none of so few ratings\n"
                   : "none, since there is one alone or all chose alike\n";
    };
    std::string text = preference.isComplete()
                           ? "Complete: every quota is met.\n"
                           : "Incomplete: " + std::to_string(preference.standing.lacking)
                                 + " ratings are lacking.\n";
    if (preference.all.of == 0)
        return text;
    text += shareLine(preference.models[0] + " chosen rather than " + preference.models[1]
                          + " (chance 50 %)",
                      preference.all);
    text += "Interval over raters: " + interval(preference.overRaters.interval);
    text += "Interval over faces: " + interval(preference.overFaces.interval);
    text += shareLine("Left picture chosen (chance 50 %)", preference.left);
    return text;
}

results::ReportFacts factsOf(const ToldRatings& told)
{
    const rating::PlanRecord& plan = told.record.plan;
    results::ReportFacts facts;
    std::set<std::string> known;
    for (const rating::Pair& pair : plan.plan.pairs)
        if (known.insert(pair.subject).second)
            facts.subjects.push_back(pair.subject);
    facts.faces = "Ratings of pictures, " + std::to_string(plan.plan.pairs.size())
                  + " pairs, read from " + plan.region + ".";
    facts.provenance = {{"Program", std::string("Fusiform ") + FUSIFORM_VERSION},
                        {"Plan made by", plan.program},
                        {"Plan made", plan.created},
                        {"Pictures (SHA-256)", plan.picturesHash}};
    for (const std::string& fit : plan.fits)
        facts.provenance.emplace_back("Fit", fit);
    facts.command = told.command;
    facts.created = documentTime();
    return facts;
}

} // namespace

void describe(RatingsOptions& options, Fields& fields)
{
    fields
        .add("folder", &options.folder,
             FUSIFORM_TR("core", "The folder of rating sessions, with plan.json and ratings.tsv."))
        .positional();
    fields.add("level", &options.level, FUSIFORM_TR("core", "Of intervals.")).between(0.5, 0.9999);
    fields
        .add("draws", &options.draws,
             FUSIFORM_TR("core", "Samples of raters and of faces for intervals (bootstrap)."))
        .between(100, 1e7);
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Of these samples.")).between(0, 9e15);
    fields.add("out", &options.output,
               FUSIFORM_TR("core", "A folder for report, figures and tables."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

ToldRatings tellRatings(const RatingsOptions& options, Progress& progress)
{
    ToldRatings told;
    told.record = rating::readRatingFolder(options.folder);
    for (const Text& warning : told.record.warnings)
        progress.warn(warning);
    const rating::Preference preference = rating::preferenceOf(
        told.record, {options.level, options.draws, static_cast<std::uint64_t>(options.seed)},
        progress);
    told.section = rating::preferenceSection(told.record.plan, preference);
    told.text = linesOf(preference);
    RatingsOptions asked = options;
    asked.output.clear();
    asked.overwrite = false;
    told.command = commandText("ratings", asked);
    return told;
}

void writeRatings(const ToldRatings& told, const std::filesystem::path& folder)
{
    const results::Section& section = told.section;
    writeFileAtomically(folder / "report.html", results::resultsHtml(factsOf(told), {&section, 1}));
    for (const results::Table& table : section.tables)
        writeFileAtomically(folder / (table.name + ".tsv"), results::tsvOf(table));
    for (const results::NamedFigure& one : section.figures)
        writeFileAtomically(folder / (section.key + "_" + one.name + ".svg"),
                            report::svgText(one.figure, told.command));
    writeJson(folder / "ratings.json", section.json);
}

Outcome runRatings(const RatingsOptions& options, Progress& progress)
{
    std::optional<AtomicFolder> output;
    if (!options.output.empty())
        output.emplace(options.output, AtomicFolder::existing(options.overwrite));
    ToldRatings told = tellRatings(options, progress);
    if (output) {
        writeRatings(told, output->path());
        output->commit();
    }
    Outcome outcome;
    outcome.json = std::move(told.section.json);
    outcome.text = std::move(told.text);
    return outcome;
}

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_quality.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>

namespace fusiform::results {

namespace {

using evaluate::PreprocessingFacts;

Table runsTable(const PreprocessingFacts& facts)
{
    Table table{"preprocessing_runs",
                FUSIFORM_TR("core", "Quality of the runs"),
                {{"run", FUSIFORM_TR("core", "Run"), Kind::Name},
                 {"volumes", FUSIFORM_TR("core", "Volumes"), Kind::Count},
                 {"fd_mean", FUSIFORM_TR("core", "Mean displacement, mm"), Kind::Number},
                 {"fd_max", FUSIFORM_TR("core", "largest, mm"), Kind::Number},
                 {"outliers", FUSIFORM_TR("core", "Outliers"), Kind::Count},
                 {"tsnr", FUSIFORM_TR("core", "Median tSNR"), Kind::Number},
                 {"drift_percent", FUSIFORM_TR("core", "Drift, %"), Kind::Number},
                 {"fitted", FUSIFORM_TR("core", "Fitted"), Kind::Name}},
                {}};
    for (const preprocess::RunResult& run : facts.runs) {
        const preprocess::RunReport& report = run.report;
        table.rows.push_back({report.name, static_cast<double>(report.volumes),
                              report.meanDisplacement, report.largestDisplacement,
                              static_cast<double>(report.outliers.size()), report.tsnrMedian,
                              report.driftPercent,
                              std::string(facts.dropped.contains(report.name) ? "no" : "yes")});
    }
    return table;
}

Json jsonOfRuns(const PreprocessingFacts& facts)
{
    Json runs = Json::array();
    for (const preprocess::RunResult& run : facts.runs)
        runs.push_back({{"run", run.report.name},
                        {"volumes", run.report.volumes},
                        {"fd_mean", finite(run.report.meanDisplacement)},
                        {"fd_max", finite(run.report.largestDisplacement)},
                        {"outliers", run.report.outliers.size()},
                        {"tsnr", finite(run.report.tsnrMedian)},
                        {"drift_percent", finite(run.report.driftPercent)},
                        {"fitted", !facts.dropped.contains(run.report.name)}});
    return runs;
}

Table optionsTable(const preprocess::OptionList& options)
{
    Table table{"preprocessing_options",
                FUSIFORM_TR("core", "Options of the preprocessing"),
                {{"name", FUSIFORM_TR("core", "Name"), Kind::Name},
                 {"value", FUSIFORM_TR("core", "Value"), Kind::Name}},
                {}};
    for (const auto& [name, value] : options)
        table.rows.push_back({name, value});
    return table;
}

/// Raw images have no quality to be missing: that is said in a table, as a fact.
void tellRaw(Section& section)
{
    section.method = FUSIFORM_TR("core", "The fit was made of raw images: nobody has measured "
                                         "movement and noise. fusiform-cli preprocess does.");
    section.tables.push_back(optionsTable({{"images", "raw"}}));
    section.tables.back().name = "preprocessing";
    section.tables.back().title = FUSIFORM_TR("core", "Images");
    section.json = {{"images", "raw"}};
}

} // namespace

void tellPreprocessing(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                       Section& section)
{
    if (!subject.preprocessing
        || subject.preprocessing->images == PreprocessingFacts::Images::Unknown)
        return;
    const PreprocessingFacts& facts = *subject.preprocessing;
    if (facts.images == PreprocessingFacts::Images::Raw)
        return tellRaw(section);
    section.json = {{"images", "preprocessed"}, {"made_by", facts.madeBy}};
    if (facts.runs.empty()) {
        section.missing.push_back(
            FUSIFORM_TR("core", "The preprocessed images that the fit was made of (%1) do not lie "
                                "in %2 any more: there is no quality of the runs.")
                .arg(facts.madeBy)
                .arg(facts.folder));
        return;
    }
    const bool hasRatio = std::ranges::any_of(facts.runs, [](const preprocess::RunResult& run) {
        return std::isfinite(run.report.tsnrMedian);
    });
    section.method
        = hasRatio
              ? FUSIFORM_TR(
                    "core",
                    "As %1 has measured the face runs after realignment. Framewise displacement: "
                    "sum of the absolute changes of the six parameters of movement, rotations on a "
                    "sphere of 50 mm (Power 2012). Outliers: volumes above 0.5 mm, or with a DVARS "
                    "above the third quartile by more than 1.5 interquartile ranges. tSNR: mean "
                    "over standard deviation after drift and movement, median in the run's mask. "
                    "Pale bars: runs that were dropped.")
                    .arg(facts.madeBy)
              : FUSIFORM_TR("core",
                            "From the tables of confounds that %1 has written for the face runs. "
                            "Outliers: volumes with a framewise displacement above 0.5 mm. These "
                            "tables do not tell the signal-to-noise ratio.")
                    .arg(facts.madeBy);
    section.figures.push_back(
        {"runs", report::runsFigure(facts.runs, facts.dropped, section.widthMm)});
    section.tables.push_back(runsTable(facts));
    if (!facts.options.empty())
        section.tables.push_back(optionsTable(facts.options));
    section.json["runs"] = jsonOfRuns(facts);
}

} // namespace fusiform::results

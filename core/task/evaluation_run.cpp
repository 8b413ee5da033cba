// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluation_run.h"

#include "core/import/region_file.h"
#include "core/report/svg.h"
#include "core/results/analyses.h"
#include "core/results/results_pdf.h"
#include "core/task/command_text.h"
#include "core/task/evaluation_template.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using evaluate::SubjectEvaluation;

results::ReportFacts factsOf(const evaluate::Evaluation& evaluation,
                             const std::vector<glm::Fit>& fits, const EvaluateOptions& options)
{
    results::ReportFacts facts;
    for (const SubjectEvaluation& subject : evaluation.subjects)
        facts.subjects.push_back(subject.subject);
    facts.faces = options.faces == "all"
                      ? "All test faces and imagery: the seal is open, and that is recorded in "
                        "each fit."
                      : "The exploration faces only: confirmation faces and imagery stay sealed.";
    facts.provenance
        = {{"Program", std::string("Fusiform ") + FUSIFORM_VERSION}, {"Decoder", options.decoder}};
    for (const glm::Fit& fit : fits) {
        facts.provenance.emplace_back("Fit of " + fit.subject, fit.folder.string());
        facts.provenance.emplace_back("Selection of " + fit.subject, fit.selection);
        for (const glm::Opening& opening : fit.openings)
            facts.provenance.emplace_back(
                "Seal of " + fit.subject,
                opening.faces + " faces opened " + opening.time + " for " + opening.regionName
                    + (opening.isConfirmatory ? ", confirmatory" : ", exploratory"));
    }
    if (!options.labels.empty())
        facts.provenance.emplace_back("Labels of faces", options.labels.string());
    facts.command = commandText("evaluate", options);
    facts.created = documentTime();
    return facts;
}

/// "subjects": one object each with the analyses by their keys; "group": the same over subjects.
Json jsonOf(const evaluate::Evaluation& evaluation, const std::vector<results::Section>& sections)
{
    Json json = {{"subjects", Json::array()}, {"group", Json::object()}};
    for (const SubjectEvaluation& subject : evaluation.subjects) {
        Json& one = json["subjects"].emplace_back(Json{{"subject", subject.subject}});
        for (const results::Section& section : sections)
            if (section.subject == subject.subject)
                one[section.key] = section.json;
    }
    for (const results::Section& section : sections)
        if (section.subject.empty())
            json["group"][section.key] = section.json;
    return json;
}

evaluate::EvaluationOptions analysesOf(const EvaluateOptions& options)
{
    evaluate::EvaluationOptions how;
    how.recognition.decoding.decoder = options.decoder;
    how.recognition.decoding.ridge = options.ridge.value_or(0.1);
    how.recognition.decoding.scoreInSd = options.scoreUnits == "sd";
    how.recognition.permutations = options.permutations;
    how.recognition.draws = options.draws;
    how.recognition.level = options.level;
    how.recognition.seed = static_cast<std::uint64_t>(options.seed);
    how.only = options.only;
    how.learningPartitions = static_cast<int>(options.partitions);
    how.pipelinePermutations = static_cast<int>(options.pipeline);
    if (!options.labels.empty())
        how.labels = face_model::readAttributes(options.labels);
    return how;
}

std::string linesOf(const evaluate::Evaluation& evaluation)
{
    std::string text;
    for (const SubjectEvaluation& subject : evaluation.subjects)
        for (const evaluate::Recognition& one : subject.recognitions)
            text += subject.subject + ", " + one.model + ", " + one.region + ": pairwise "
                    + results::percent(one.won / one.comparisons()) + " (p "
                    + results::pText(one.pairwise.atLeast) + "), full "
                    + results::percent(one.full.share) + " (p "
                    + results::pText(one.full.tails.atLeast) + ")\n";
    return text;
}

/// Says what the folder is instead, and where a fit may be.
void checkIsFit(const fs::path& folder)
{
    if (glm::isFit(folder))
        return;
    std::error_code error;
    if (!fs::exists(folder, error))
        throw usage(FUSIFORM_TR("core", "There is no folder %1.").arg(folder.string()));
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (glm::isFit(entry->path()))
            throw usage(FUSIFORM_TR("core", "%1 is not the folder of a fit, but there is one in "
                                            "it: %2.")
                            .arg(folder.string())
                            .arg(entry->path().string()));
    if (fs::exists(folder / "dataset_description.json", error))
        throw usage(FUSIFORM_TR("core", "%1 is a study, not the folder of a fit: make one with "
                                        "“fusiform-cli fit %1 FIT” first.")
                        .arg(folder.string()));
    throw usage(FUSIFORM_TR("core", "%1 is not the folder of a fit: it has no fit.json, which "
                                    "“fusiform-cli fit” writes.")
                    .arg(folder.string()));
}

std::vector<glm::Fit> fitsOf(const EvaluateOptions& options)
{
    std::vector<glm::Fit> fits;
    std::set<std::string> subjects;
    for (const fs::path& folder : options.fits) {
        checkIsFit(folder);
        fits.push_back(glm::readFit(folder));
        if (!subjects.insert(fits.back().subject).second)
            throw usage(FUSIFORM_TR("core", "%1 is given twice: one fit a subject.")
                            .arg(fits.back().subject));
    }
    return fits;
}

std::vector<roi::Region> controlsOf(const EvaluateOptions& options, const glm::Fit& fit,
                                    Progress& progress)
{
    std::vector<roi::Region> regions;
    for (const fs::path& file : options.controls) {
        regions.push_back(import::readRegion(file, fit, {}, progress));
        regions.back().name = file.filename().string();
    }
    return regions;
}

void checkKeys(const std::vector<std::string>& only)
{
    std::string known;
    for (const results::Analysis& analysis : results::analyses())
        known += (known.empty() ? "" : ", ") + std::string(analysis.key);
    for (const std::string& key : only)
        if (std::ranges::find(results::analyses(), key, &results::Analysis::key)
            == results::analyses().end())
            throw usage(
                FUSIFORM_TR("core", "There is no analysis %1; there are: %2.").arg(key).arg(known));
}

} // namespace

EvaluationRun runEvaluation(const EvaluateOptions& options, Progress& progress)
{
    checkKeys(options.only);
    // All are read before any seal is opened.
    std::vector<glm::Fit> fits = fitsOf(options);
    evaluate::EvaluationOptions analyses = analysesOf(options);
    std::vector<std::vector<roi::Region>> controls; // of each fit, on its grid
    for (const glm::Fit& fit : fits)
        controls.push_back(controlsOf(options, fit, progress));
    std::vector<SubjectEvaluation> found;
    const auto faces = options.faces == "all" ? evaluate::Faces::All : evaluate::Faces::Exploration;
    for (std::size_t f = 0; f < fits.size(); ++f) {
        analyses.controls = controls[f];
        found.push_back(
            evaluate::evaluateSubject(evaluate::openSubject(fits[f], faces), analyses, progress));
    }
    placeInTemplate(fits, options, found, progress);
    EvaluationRun run;
    run.evaluation = evaluate::evaluationOf(std::move(found), options.level);
    run.evaluation.only = options.only;
    run.evaluation.hasBorders = options.borders != "off";
    const evaluate::Evaluation& evaluation = run.evaluation;
    run.sections = results::sectionsOf(evaluation);
    run.facts = factsOf(evaluation, fits, options);
    run.json = jsonOf(evaluation, run.sections);
    run.json["faces"] = options.faces;
    run.json["command"] = run.facts.command;
    run.text = linesOf(evaluation);
    for (const results::Section& section : run.sections)
        for (const Text& missing : section.missing) {
            const bool isKnown = std::ranges::any_of(
                run.missing, [&](const Text& one) { return one.english() == missing.english(); });
            if (!isKnown)
                run.missing.push_back(missing);
        }
    return run;
}

void writeEvaluation(const EvaluationRun& run, const fs::path& folder)
{
    writeFileAtomically(folder / "report.html", results::resultsHtml(run.facts, run.sections));
    writeFileAtomically(folder / "report.pdf", results::resultsPdf(run.facts, run.sections));
    for (const results::Section& section : run.sections) {
        const fs::path place = folder / (section.subject.empty() ? "group" : section.subject);
        fs::create_directories(place);
        for (const results::Table& table : section.tables)
            writeFileAtomically(place / (table.name + ".tsv"), results::tsvOf(table));
        for (const results::NamedFigure& one : section.figures)
            writeFileAtomically(place / (section.key + "_" + one.name + ".svg"),
                                report::svgText(one.figure, run.facts.command));
    }
    writeJson(folder / "evaluate.json", run.json);
}

} // namespace fusiform::task

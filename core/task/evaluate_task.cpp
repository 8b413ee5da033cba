// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluate_task.h"

#include "core/decode/decoders.h"
#include "core/report/svg.h"
#include "core/results/analyses.h"
#include "core/results/results_html.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <set>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using evaluate::SubjectEvaluation;

std::string commandOf(const EvaluateOptions& options)
{
    EvaluateOptions given = options;
    EvaluateOptions standard;
    Fields fields;
    Fields defaults;
    describe(given, fields);
    describe(standard, defaults);
    std::string command = "fusiform-cli evaluate";
    for (const std::string& word : fieldsToArguments(fields, defaults))
        command += " " + word;
    return command;
}

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
    facts.command = commandOf(options);
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

void write(const fs::path& folder, const results::ReportFacts& facts,
           const std::vector<results::Section>& sections, const Json& json)
{
    writeFileAtomically(folder / "report.html", results::resultsHtml(facts, sections));
    for (const results::Section& section : sections) {
        const fs::path place = folder / (section.subject.empty() ? "group" : section.subject);
        fs::create_directories(place);
        for (const results::Table& table : section.tables)
            writeFileAtomically(place / (table.name + ".tsv"), results::tsvOf(table));
        for (const results::NamedFigure& one : section.figures)
            writeFileAtomically(place / (section.key + "_" + one.name + ".svg"),
                                report::svgText(one.figure));
    }
    writeJson(folder / "evaluate.json", json);
}

} // namespace

void describe(EvaluateOptions& options, Fields& fields)
{
    fields
        .add("fits", &options.fits,
             FUSIFORM_TR("core", "The folders of one or more fits, one a subject."))
        .positional();
    fields
        .add("faces", &options.faces,
             FUSIFORM_TR("core", "explore: the exploration half; all: also the sealed half and "
                                 "imagery, which is recorded in each fit."))
        .oneOf({"explore", "all"});
    fields.add("decoder", &options.decoder, FUSIFORM_TR("core", "As for decode."))
        .oneOf(decode::decoderNames());
    fields.add("ridge", &options.ridge, FUSIFORM_TR("core", "As for decode; default 0.1."))
        .between(0, 1e6);
    fields.add("score-units", &options.scoreUnits, FUSIFORM_TR("core", "As for decode."))
        .oneOf({"model", "sd"});
    fields
        .add("permutations", &options.permutations,
             FUSIFORM_TR("core", "Permutations of the faces' labels."))
        .between(1, 1e7);
    fields
        .add("draws", &options.draws,
             FUSIFORM_TR("core", "Samples of faces for intervals (bootstrap)."))
        .between(100, 1e7);
    fields.add("level", &options.level, FUSIFORM_TR("core", "Of intervals.")).between(0.5, 0.9999);
    fields
        .add("partitions", &options.partitions,
             FUSIFORM_TR("core", "Ways to deal the runs out for the learning curve; 0: none."))
        .between(0, 100);
    fields
        .add("pipeline-permutations", &options.pipeline,
             FUSIFORM_TR("core", "Trainings on exchanged codes, from the kept series; 100 are "
                                 "usual and take minutes."))
        .between(0, 100'000);
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "Of permutations and samples."))
        .between(0, 9e15);
    fields.add("out", &options.output,
               FUSIFORM_TR("core", "A folder for report, figures and tables."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing folder."));
}

Outcome runEvaluate(const EvaluateOptions& options, Progress& progress)
{
    const Costs costs;
    std::optional<AtomicFolder> output;
    if (!options.output.empty())
        output.emplace(options.output, AtomicFolder::existing(options.overwrite));
    // All are read before any seal is opened.
    std::vector<glm::Fit> fits;
    std::set<std::string> subjects;
    for (const fs::path& folder : options.fits) {
        fits.push_back(glm::readFit(folder));
        if (!subjects.insert(fits.back().subject).second)
            throw usage(FUSIFORM_TR("core", "%1 is given twice: one fit a subject.")
                            .arg(fits.back().subject));
    }
    evaluate::EvaluationOptions how;
    how.recognition.decoding.decoder = options.decoder;
    how.recognition.decoding.ridge = options.ridge.value_or(0.1);
    how.recognition.decoding.scoreInSd = options.scoreUnits == "sd";
    how.recognition.permutations = options.permutations;
    how.recognition.draws = options.draws;
    how.recognition.level = options.level;
    how.recognition.seed = static_cast<std::uint64_t>(options.seed);
    how.learningPartitions = static_cast<int>(options.partitions);
    how.pipelinePermutations = static_cast<int>(options.pipeline);

    std::vector<SubjectEvaluation> found;
    const auto faces = options.faces == "all" ? evaluate::Faces::All : evaluate::Faces::Exploration;
    for (glm::Fit& fit : fits)
        found.push_back(
            evaluate::evaluateSubject(evaluate::openSubject(fit, faces), how, progress));
    const evaluate::Evaluation evaluation = evaluate::evaluationOf(std::move(found), options.level);
    const std::vector<results::Section> sections = results::sectionsOf(evaluation);
    const results::ReportFacts facts = factsOf(evaluation, fits, options);

    Outcome outcome;
    Json& json = outcome.json;
    json = jsonOf(evaluation, sections);
    json["faces"] = options.faces;
    json["command"] = facts.command;
    if (output) {
        write(output->path(), facts, sections, json);
        output->commit();
    }
    json["seconds"] = costs.seconds();
    for (const SubjectEvaluation& subject : evaluation.subjects)
        for (const evaluate::Recognition& one : subject.recognitions)
            outcome.text += subject.subject + ", " + one.model + ", " + one.region + ": pairwise "
                            + results::percent(one.won / one.comparisons()) + " (p "
                            + results::pText(one.pairwise.atLeast) + "), full "
                            + results::percent(one.full.share) + " (p "
                            + results::pText(one.full.tails.atLeast) + ")\n";
    return outcome;
}

} // namespace fusiform::task

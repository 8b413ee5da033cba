// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/evaluate_task.h"

#include "core/decode/decoders.h"
#include "core/evaluate/subject.h"
#include "core/report/evaluation_html.h"
#include "core/report/svg.h"
#include "core/task/costs.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using evaluate::Recognition;
using evaluate::SubjectEvaluation;

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json describe(const stats::Tails& tails)
{
    return {{"p", tails.atLeast}, {"p_strict", tails.more}, {"p_mid", tails.mid()}};
}

Json describe(const stats::Interval& interval)
{
    return Json::array({finite(interval.low), finite(interval.high)});
}

Json describe(const Recognition& one)
{
    Json pairwise = describe(one.pairwise);
    pairwise["score"] = one.won / one.comparisons();
    pairwise["score_strict"] = one.wonStrictly / one.comparisons();
    pairwise["won"] = one.won;
    pairwise["comparisons"] = one.comparisons();
    pairwise["chance"] = 0.5;
    pairwise["interval"] = describe(one.pairwiseInterval);
    pairwise["p_labels"] = one.permuted.p;
    pairwise["permutations"] = one.permuted.orders;
    Json full = describe(one.full.tails);
    full["score"] = one.full.share;
    full["chance"] = 1 / static_cast<double>(one.ranks.size());
    full["interval"] = describe(one.full.interval);
    return {{"model", one.model},
            {"region", one.region},
            {"n_faces", one.ranks.size()},
            {"names", one.decoded.names},
            {"ranks", one.ranks},
            {"n_voxels", one.decoded.voxels},
            {"decoder", one.decoded.decoder},
            {"ridge", one.decoded.ridge},
            {"pairwise", std::move(pairwise)},
            {"full_recognition", std::move(full)}};
}

Json describe(const evaluate::Imagery& one)
{
    Json json = one.tails ? describe(*one.tails) : Json::object();
    json["model"] = one.model;
    json["region"] = one.region;
    json["imagined"] = one.imagined;
    json["n_candidates"] = one.candidates;
    json["won"] = one.won;
    json["pairwise"] = one.pairwise();
    json["chance"] = 0.5;
    return json;
}

Json describe(const SubjectEvaluation& subject)
{
    Json json = {{"subject", subject.subject},
                 {"faces", subject.faces},
                 {"recognition", Json::array()},
                 {"imagery", Json::array()}};
    for (const Recognition& one : subject.recognitions)
        json["recognition"].push_back(describe(one));
    for (const evaluate::Imagery& one : subject.imagery)
        json["imagery"].push_back(describe(one));
    return json;
}

Json describe(const evaluate::GroupTest& test)
{
    Json table = Json::array();
    for (Eigen::Index s = 0; s < test.table.rows(); ++s) {
        const Eigen::VectorXd row = test.table.row(s);
        table.push_back(std::vector<double>(row.begin(), row.end()));
    }
    Json pairs = Json::array();
    for (const stats::PairOfConditions& pair : test.postHoc.pairs)
        pairs.push_back({{"first", test.conditions[static_cast<std::size_t>(pair.first)]},
                         {"second", test.conditions[static_cast<std::size_t>(pair.second)]},
                         {"difference", pair.difference},
                         {"p_tukey", finite(pair.tukey)},
                         {"p_bonferroni", finite(pair.bonferroni)}});
    return {{"score", test.score},
            {"of", test.of},
            {"subjects", test.subjects},
            {"conditions", test.conditions},
            {"table", std::move(table)},
            {"statistic", finite(test.friedman.statistic)},
            {"df", test.friedman.df},
            {"p", finite(test.friedman.p)},
            {"p_exact", test.friedman.exact ? Json(*test.friedman.exact) : Json(nullptr)},
            {"kendalls_w", finite(test.friedman.kendallsW)},
            {"pairs", std::move(pairs)}};
}

Json describe(const evaluate::GroupImagery& one)
{
    Json json = describe(one.tails);
    json["model"] = one.model;
    json["region"] = one.region;
    json["won"] = one.won;
    json["n_candidates"] = one.candidates;
    return json;
}

/// One line a score, for other programs.
std::string recognitionTsv(const std::vector<SubjectEvaluation>& subjects)
{
    Tsv table;
    table.columns = {"subject",       "model", "region",   "voxels",       "faces",
                     "pairwise",      "p",     "p_strict", "p_labels",     "interval_low",
                     "interval_high", "full",  "p_full",   "p_full_strict"};
    for (const SubjectEvaluation& subject : subjects)
        for (const Recognition& one : subject.recognitions)
            table.rows.push_back(
                {subject.subject, one.model, one.region, std::to_string(one.decoded.voxels),
                 std::to_string(one.ranks.size()), numberText(one.won / one.comparisons()),
                 numberText(one.pairwise.atLeast), numberText(one.pairwise.more),
                 numberText(one.permuted.p), numberText(one.pairwiseInterval.low),
                 numberText(one.pairwiseInterval.high), numberText(one.full.share),
                 numberText(one.full.tails.atLeast), numberText(one.full.tails.more)});
    return tsvText(table);
}

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

void write(const fs::path& folder, const report::Evaluation& evaluation, const Json& json)
{
    writeFileAtomically(folder / "report.html", report::evaluationHtml(evaluation));
    writeFileAtomically(folder / "recognition.tsv", recognitionTsv(evaluation.subjects));
    constexpr double kColumnMm = 120;
    fs::create_directories(folder / "figures");
    for (const report::NamedFigure& one : report::evaluationFigures(evaluation, kColumnMm))
        writeFileAtomically(folder / "figures" / (one.name + ".svg"), report::svgText(one.figure));
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
    evaluate::RecognitionOptions how;
    how.decoding.decoder = options.decoder;
    how.decoding.ridge = options.ridge.value_or(0.1);
    how.decoding.scoreInSd = options.scoreUnits == "sd";
    how.permutations = options.permutations;
    how.draws = options.draws;
    how.level = options.level;
    how.seed = static_cast<std::uint64_t>(options.seed);

    report::Evaluation evaluation;
    const auto faces = options.faces == "all" ? evaluate::Faces::All : evaluate::Faces::Exploration;
    for (glm::Fit& fit : fits)
        evaluation.subjects.push_back(evaluate::evaluateSubject(fit, faces, how, progress));
    evaluation.tests = evaluate::groupTests(evaluation.subjects);
    evaluation.imagery = evaluate::groupImagery(evaluation.subjects);
    evaluation.command = commandOf(options);
    evaluation.level = options.level;
    evaluation.provenance
        = {{"Program", std::string("Fusiform ") + FUSIFORM_VERSION}, {"Decoder", options.decoder}};
    for (const glm::Fit& fit : fits) {
        evaluation.provenance.emplace_back("Fit of " + fit.subject, fit.folder.string());
        evaluation.provenance.emplace_back("Selection of " + fit.subject, fit.selection);
        for (const glm::Opening& opening : fit.openings)
            evaluation.provenance.emplace_back(
                "Seal of " + fit.subject,
                opening.faces + " faces opened " + opening.time + " for " + opening.regionName
                    + (opening.isConfirmatory ? ", confirmatory" : ", exploratory"));
    }

    Outcome outcome;
    Json& json = outcome.json;
    json["subjects"] = Json::array();
    for (const SubjectEvaluation& subject : evaluation.subjects)
        json["subjects"].push_back(describe(subject));
    json["group"] = Json::array();
    for (const evaluate::GroupTest& test : evaluation.tests)
        json["group"].push_back(describe(test));
    json["group_imagery"] = Json::array();
    for (const evaluate::GroupImagery& one : evaluation.imagery)
        json["group_imagery"].push_back(describe(one));
    json["faces"] = options.faces;
    json["command"] = evaluation.command;
    if (output) {
        write(output->path(), evaluation, json);
        output->commit();
    }
    json["seconds"] = costs.seconds();
    for (const SubjectEvaluation& subject : evaluation.subjects)
        for (const Recognition& one : subject.recognitions)
            outcome.text += subject.subject + ", " + one.model + ", " + one.region + ": pairwise "
                            + numberText(100 * one.won / one.comparisons()) + " % (p "
                            + numberText(one.pairwise.atLeast) + "), full "
                            + numberText(100 * one.full.share) + " % (p "
                            + numberText(one.full.tails.atLeast) + ")\n";
    return outcome;
}

} // namespace fusiform::task

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/figure_task.h"

#include "core/report/figure_file.h"
#include "core/results/analyses.h"
#include "core/task/command_text.h"
#include "core/task/costs.h"
#include "core/task/evaluation_run.h"
#include "core/task/figure_export.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;

std::string nameOf(const results::Section& section, const results::NamedFigure& figure)
{
    return section.key + "_" + figure.name;
}

std::vector<report::InkColor> colorsOf(const std::vector<std::string>& texts)
{
    constexpr std::array<std::pair<std::string_view, report::Ink>, 3> kInks
        = {{{"first", report::Ink::First},
            {"second", report::Ink::Second},
            {"third", report::Ink::Third}}};
    std::vector<report::InkColor> colors;
    for (const std::string& text : texts) {
        const auto cut = text.find('=');
        const auto ink = std::ranges::find(kInks, std::string_view(text).substr(0, cut),
                                           &decltype(kInks)::value_type::first);
        const std::string color = cut == std::string::npos ? "" : text.substr(cut + 1);
        const bool isColor
            = color.size() == 7 && color[0] == '#'
              && color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        if (ink == kInks.end() || !isColor)
            throw usage(FUSIFORM_TR("core", "A colour is given as first=#rrggbb (or second, "
                                            "third), not as %1.")
                            .arg(text));
        colors.push_back({ink->second, color});
    }
    return colors;
}

/// The analysis whose figures may have this name; all where it is not known.
std::vector<std::string> analysisOf(const std::string& name)
{
    std::vector<std::string> only;
    for (const results::Analysis& analysis : results::analyses())
        if (name.starts_with(std::string(analysis.key) + "_"))
            only.emplace_back(analysis.key);
    return only;
}

Json provenanceOf(const results::ReportFacts& facts, FigureOptions options)
{
    Json json = Json::object();
    for (const auto& [name, value] : facts.provenance)
        json[name] = value;
    json["faces"] = facts.faces;
    options.output.clear(); // where it went is no part of what was done
    options.overwrite = false;
    json["command"] = commandText("figure", options);
    return json;
}

Outcome listed(const EvaluationRun& run)
{
    Outcome outcome;
    outcome.json["figures"] = Json::array();
    for (const results::Section& section : run.sections)
        for (const results::NamedFigure& figure : section.figures) {
            const std::string subject = section.subject.empty() ? "group" : section.subject;
            outcome.json["figures"].push_back({{"subject", subject},
                                               {"name", nameOf(section, figure)},
                                               {"title", figure.figure.title.english()}});
            outcome.text += subject + "\t" + nameOf(section, figure) + "\t"
                            + figure.figure.title.english() + "\n";
        }
    return outcome;
}

} // namespace

void describe(FigureOptions& options, Fields& fields)
{
    fields
        .add("name", &options.name,
             FUSIFORM_TR("core", "Of the figure: recognition_MODEL_pairwise; list: says all."))
        .positional();
    fields.add("fits", &options.fits, FUSIFORM_TR("core", "The folders of one or more fits."))
        .positional();
    fields.add("out", &options.output, FUSIFORM_TR("core", "A .svg, .pdf or .png file."));
    fields.add("subject", &options.subject,
               FUSIFORM_TR("core", "Of which subject; group: over subjects. Default: the first."));
    fields
        .add("faces", &options.faces,
             FUSIFORM_TR("core", "explore, or all, which opens the seal and is recorded."))
        .oneOf({"explore", "all"});
    fields.add("width-cm", &options.widthCm, FUSIFORM_TR("core", "Width; text keeps its size."))
        .between(5, 60);
    fields.add("dpi", &options.dotsPerInch, FUSIFORM_TR("core", "Of a PNG.")).between(50, 1200);
    fields.add("text-scale", &options.textScale, FUSIFORM_TR("core", "Of all text."))
        .between(0.5, 3);
    fields.add("letter", &options.letter, FUSIFORM_TR("core", "Of the panel: a, b, ..."));
    fields.add("color", &options.colors,
               FUSIFORM_TR("core", "Another colour: first=#0072b2, second=..., third=..."));
    fields.add("font", &options.font,
               FUSIFORM_TR("core",
                           "Family of all text that this machine has; default: Inter, which "
                           "comes along. Texts of a wider one are made smaller."));
    fields.add("no-title", &options.hasNoTitle, FUSIFORM_TR("core", "Without its title."));
    fields.add("labels", &options.labels, FUSIFORM_TR("core", "As for evaluate."));
    fields.add("seed", &options.seed, FUSIFORM_TR("core", "As for evaluate.")).between(0, 9e15);
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace existing files."));
}

Outcome runFigure(const FigureOptions& options, Progress& progress)
{
    const Costs costs;
    const bool isList = options.name == "list";
    if (!isList && !report::isFigureName(options.output))
        throw usage(FUSIFORM_TR("core", "--out names a .svg, .pdf or .png file."));
    if (!isList && !options.overwrite && fs::exists(options.output))
        throw usage(FUSIFORM_TR("core", "%1 exists; --overwrite replaces it.")
                        .arg(options.output.string()));
    FigureExport how{options.output,
                     options.widthCm,
                     options.dotsPerInch,
                     {options.textScale, !options.hasNoTitle, options.letter,
                      colorsOf(options.colors),
                      options.font == "Inter" ? std::string() : options.font}};
    if (!how.style.font.empty() && !report::CairoPainter::hasFont(how.style.font))
        throw usage(FUSIFORM_TR("core", "This machine has no font called %1.").arg(options.font));
    EvaluateOptions evaluation;
    evaluation.fits = options.fits;
    evaluation.faces = options.faces;
    evaluation.seed = options.seed;
    evaluation.labels = options.labels;
    evaluation.only = analysisOf(options.name);
    const EvaluationRun run = runEvaluation(evaluation, progress);
    if (isList)
        return listed(run);
    const std::string subject = options.subject == "group" ? ""
                                : options.subject.empty()  ? run.facts.subjects.front()
                                                           : options.subject;
    const auto& subjects = run.facts.subjects;
    const bool isKnown = subject.empty() ? subjects.size() > 1
                                         : std::ranges::find(subjects, subject) != subjects.end();
    if (!isKnown)
        throw usage(FUSIFORM_TR("core", "There is no subject %1 among the fits given; over "
                                        "subjects (group) there is something with two or more.")
                        .arg(options.subject));
    std::string known;
    for (const results::Section& section : run.sections)
        for (const results::NamedFigure& figure : section.figures) {
            if (section.subject == subject)
                known += (known.empty() ? "" : ", ") + nameOf(section, figure);
            if (section.subject != subject || nameOf(section, figure) != options.name)
                continue;
            const results::Section wide
                = results::sectionOf(run.evaluation, section.key, subject, 10 * options.widthCm);
            const auto same
                = std::ranges::find(wide.figures, figure.name, &results::NamedFigure::name);
            Outcome outcome;
            outcome.json["files"] = Json::array();
            for (const fs::path& file :
                 exportFigure(wide, *same, how, provenanceOf(run.facts, options))) {
                outcome.json["files"].push_back(file.string());
                outcome.text += file.string() + "\n";
            }
            outcome.json["seconds"] = costs.seconds();
            return outcome;
        }
    throw usage(FUSIFORM_TR("core",
                            "There is no figure %1. Of this analysis and of these faces there "
                            "are: %2; “figure list” names all.")
                    .arg(options.name)
                    .arg(known.empty() ? std::string("none") : known));
}

} // namespace fusiform::task

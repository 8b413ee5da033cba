// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_gallery.h"
#include "core/report/plots_scores.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <limits>
#include <numeric>

namespace fusiform::results {

namespace {

using evaluate::Imagery;

constexpr double kNotTold = std::numeric_limits<double>::quiet_NaN();

Json describe(const Imagery& one)
{
    Json json = one.tails ? jsonOf(*one.tails) : Json::object();
    json["model"] = one.model;
    json["region"] = one.region;
    json["imagined"] = one.imagined;
    json["n_candidates"] = one.candidates;
    json["won"] = one.won;
    json["pairwise"] = one.pairwise();
    json["chance"] = 0.5;
    return json;
}

Json describe(const evaluate::GroupImagery& one)
{
    Json json = jsonOf(one.tails);
    json["model"] = one.model;
    json["region"] = one.region;
    json["won"] = one.won;
    json["n_candidates"] = one.candidates;
    return json;
}

double pairwiseOf(const evaluate::GroupImagery& one)
{
    return std::accumulate(one.won.begin(), one.won.end(), 0.0)
           / (static_cast<double>(one.won.size()) * static_cast<double>(one.candidates - 1));
}

/// One bar a region; a dot for every subject where there are several.
report::Figure imageryFigure(const evaluate::Evaluation& evaluation, const std::string& model,
                             double widthMm)
{
    report::ScorePlot plot;
    plot.title
        = FUSIFORM_TR("core", "%1: the imagined face against the others, per cent").arg(model);
    std::vector<const evaluate::GroupImagery*> regions;
    for (const evaluate::GroupImagery& one : evaluation.imagery)
        if (one.model == model)
            regions.push_back(&one);
    plot.shares.resize(static_cast<Eigen::Index>(evaluation.subjects.size()),
                       static_cast<Eigen::Index>(regions.size()));
    for (std::size_t r = 0; r < regions.size(); ++r) {
        plot.conditions.push_back(report::plain(regions[r]->region));
        plot.notes.push_back(report::plain("p = " + pText(regions[r]->tails.atLeast)));
        for (std::size_t s = 0; s < regions[r]->won.size(); ++s)
            plot.shares(static_cast<Eigen::Index>(s), static_cast<Eigen::Index>(r))
                = regions[r]->won[s] / static_cast<double>(regions[r]->candidates - 1);
    }
    for (const evaluate::SubjectEvaluation& subject : evaluation.subjects)
        plot.subjects.push_back(subject.subject);
    return report::scoreFigure(plot, widthMm);
}

const Imagery* imageryOf(const evaluate::SubjectEvaluation& subject, const std::string& model,
                         const std::string& region)
{
    for (const Imagery& one : subject.imagery)
        if (one.model == model && one.region == region)
            return &one;
    return nullptr;
}

Text wonText(const Imagery& one, std::size_t pattern)
{
    return report::plain(
        report::fixedNumber(100 * one.won[pattern] / static_cast<double>(one.candidates - 1), 0)
        + " %");
}

std::vector<const evaluate::Reconstructions*>
imaginedPictures(const evaluate::SubjectEvaluation& subject)
{
    std::vector<const evaluate::Reconstructions*> models;
    for (const evaluate::Reconstructions& one : subject.reconstructions)
        if (!one.missing && !one.imagined.empty() && !one.regions.empty())
            models.push_back(&one);
    return models;
}

/// More are hard to look at on a page: the first trials, never the best.
constexpr std::size_t kMostTrials = 20;

using ImaginedModels = std::vector<const evaluate::Reconstructions*>;

report::GalleryItem readItem(const evaluate::SubjectEvaluation& subject,
                             const evaluate::Reconstructions& made,
                             const evaluate::ReadPictures& read, std::size_t pattern)
{
    const Imagery* const found = imageryOf(subject, made.model, read.region);
    return {read.imagined[pattern], found ? wonText(*found, pattern) : Text(),
            report::plain(made.model + ", " + read.region)};
}

/// Of a single pattern, for each face model: the original, the ceiling, and what each region says.
std::vector<std::vector<report::GalleryItem>>
itemsOfModels(const evaluate::SubjectEvaluation& subject, const ImaginedModels& models)
{
    std::vector<std::vector<report::GalleryItem>> items;
    for (const evaluate::Reconstructions* const made : models) {
        auto& row = items.emplace_back();
        row.push_back({made->imaginedOriginal(), {}, report::plain(made->imagined)});
        row.push_back({made->imaginedFromTruth, {}, report::plain(made->imagined)});
        for (const evaluate::ReadPictures& region : models.front()->regions) {
            const evaluate::ReadPictures* const read = made->find(region.region);
            row.push_back(read && !read->imagined.empty() ? readItem(subject, *made, *read, 0)
                                                          : report::GalleryItem());
        }
    }
    return items;
}

/// Models below each other; on narrow paper side by side, so that what belongs together stays so.
void addSinglePattern(report::GalleryPlot& plot, const evaluate::SubjectEvaluation& subject,
                      const ImaginedModels& models, double widthMm)
{
    constexpr double kNarrow = 120; // mm
    std::vector<Text> kinds = {FUSIFORM_TR("core", "imagined"), FUSIFORM_TR("core", "true code")};
    for (const evaluate::ReadPictures& read : models.front()->regions)
        kinds.push_back(report::plain(read.region));
    const auto items = itemsOfModels(subject, models);
    if (widthMm >= kNarrow) {
        plot.headings = kinds;
        for (std::size_t m = 0; m < models.size(); ++m)
            plot.rows.push_back({report::plain(models[m]->model), {}, items[m], true});
        return;
    }
    for (const evaluate::Reconstructions* const made : models)
        plot.headings.push_back(report::plain(made->model));
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        report::GalleryRow row{kinds[k], {}, {}, false};
        for (const auto& ofModel : items)
            row.items.push_back(ofModel[k]);
        plot.rows.push_back(std::move(row));
    }
}

/// A row a region with the patterns side by side, below the original and the ceiling.
void addTrials(report::GalleryPlot& plot, const evaluate::SubjectEvaluation& subject,
               const ImaginedModels& models)
{
    for (const evaluate::Reconstructions* const made : models) {
        plot.rows.push_back({report::plain(made->model),
                             {FUSIFORM_TR("core", "imagined, true code")},
                             {{made->imaginedOriginal(), {}, report::plain(made->imagined)},
                              {made->imaginedFromTruth, {}, report::plain(made->imagined)}},
                             true});
        for (const evaluate::ReadPictures& read : made->regions) {
            report::GalleryRow row{
                report::plain(made->model), {report::plain(read.region)}, {}, false};
            for (std::size_t p = 0; p < std::min(read.imagined.size(), kMostTrials); ++p)
                row.items.push_back(readItem(subject, *made, read, p));
            plot.rows.push_back(std::move(row));
        }
    }
}

report::Figure imaginedFigure(const evaluate::SubjectEvaluation& subject,
                              const ImaginedModels& models, double widthMm)
{
    report::GalleryPlot plot;
    plot.title
        = FUSIFORM_TR("core", "%1: the imagined face, read from each region").arg(subject.subject);
    const std::size_t patterns = subject.imagery.front().won.size();
    if (patterns == 1)
        addSinglePattern(plot, subject, models, widthMm);
    else
        addTrials(plot, subject, models);
    plot.notes = {
        FUSIFORM_TR("core", "Contrast matched: codes stretched to the length of training codes."),
        FUSIFORM_TR("core", "Below: share of the %1 other candidates that lose; chance 50 %.")
            .arg(static_cast<long long>(subject.imagery.front().candidates - 1))};
    if (patterns > kMostTrials)
        plot.notes.push_back(
            FUSIFORM_TR("core", "The first %1 of %2 trials.").arg(kMostTrials).arg(patterns));
    return report::galleryFigure(plot, widthMm);
}

/// What the imagined face was held against.
report::Figure candidatesFigure(const evaluate::SubjectEvaluation& subject,
                                const evaluate::Reconstructions& made, double widthMm)
{
    report::GalleryPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: the candidates, the imagined face among them")
                     .arg(subject.subject);
    plot.largestMm = 14;
    report::GalleryRow row{FUSIFORM_TR("core", "Candidates"), {}, {}, false};
    for (std::size_t c = 0; c < made.candidates.size(); ++c) {
        const Text name
            = report::plain(std::filesystem::path(made.candidateNames[c]).stem().string());
        const bool isOwn = made.candidateNames[c] == made.imagined;
        plot.headings.push_back(name);
        row.items.push_back(
            {made.candidates[c], isOwn ? FUSIFORM_TR("core", "imagined") : Text(), name});
    }
    plot.rows = {std::move(row)};
    return report::galleryFigure(plot, widthMm);
}

void addImaginedFigures(const evaluate::SubjectEvaluation& subject, Section& section)
{
    const auto models = imaginedPictures(subject);
    if (models.empty()) {
        section.missing.push_back(
            FUSIFORM_TR("core", "The imagined face cannot be shown: no face model of the fit makes "
                                "pictures."));
        return;
    }
    section.figures.push_back({"faces", imaginedFigure(subject, models, section.widthMm)});
    if (!models.front()->candidates.empty())
        section.figures.push_back(
            {"candidates", candidatesFigure(subject, *models.front(), section.widthMm)});
}

/// Of several patterns each.
Table patternsTable(const evaluate::SubjectEvaluation& subject)
{
    Table table{"imagery_patterns",
                FUSIFORM_TR("core", "Each imagery trial against the others (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"pattern", FUSIFORM_TR("core", "Pattern"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share}},
                {}};
    for (const Imagery& one : subject.imagery)
        for (std::size_t p = 0; p < one.won.size(); ++p)
            table.rows.push_back({one.model, one.region, static_cast<double>(p + 1),
                                  one.won[p] / static_cast<double>(one.candidates - 1)});
    return table;
}

} // namespace

void tellImagery(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                 Section& section)
{
    if (subject.imagery.empty())
        return;
    section.method = FUSIFORM_TR("core", "The imagined face, %1, is read from each region and held "
                                         "against the %2 other candidates. "
                                         "A subject with one pattern has %3 equally likely "
                                         "outcomes by chance; p (mid) takes half of "
                                         "the chance of as many pairs.")
                         .arg(subject.imagery.front().imagined)
                         .arg(static_cast<long long>(subject.imagery.front().candidates - 1))
                         .arg(static_cast<long long>(subject.imagery.front().candidates));
    Table table{"imagery",
                FUSIFORM_TR("core", "The imagined face against the others (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"imagined", FUSIFORM_TR("core", "Imagined face"), Kind::Name},
                 {"patterns", FUSIFORM_TR("core", "Patterns"), Kind::Count},
                 {"candidates", FUSIFORM_TR("core", "Candidates"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
                 {"p_mid", FUSIFORM_TR("core", "p (mid)"), Kind::P}},
                {}};
    section.json = Json::array();
    for (const Imagery& one : subject.imagery) {
        table.rows.push_back(
            {one.model, one.region, one.imagined, static_cast<double>(one.won.size()),
             static_cast<double>(one.candidates), one.pairwise(),
             one.tails ? one.tails->atLeast : kNotTold, one.tails ? one.tails->mid() : kNotTold});
        section.json.push_back(describe(one));
    }
    section.tables.push_back(std::move(table));
    if (subject.imagery.front().won.size() > 1)
        section.tables.push_back(patternsTable(subject));
    addImaginedFigures(subject, section);
}

void tellImageryOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    if (evaluation.imagery.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "The pairs that the imagined faces of all subjects win are added; by chance each subject "
        "wins any number of them with equal chances, and all outcomes are counted. Not corrected "
        "for the number of regions.");
    Table table{"imagery",
                FUSIFORM_TR("core", "Imagined faces of all subjects (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count},
                 {"candidates", FUSIFORM_TR("core", "Candidates"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
                 {"p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P},
                 {"p_mid", FUSIFORM_TR("core", "p (mid)"), Kind::P}},
                {}};
    section.json = Json::array();
    std::vector<std::string> models;
    for (const evaluate::GroupImagery& one : evaluation.imagery) {
        if (models.empty() || models.back() != one.model)
            models.push_back(one.model);
        table.rows.push_back({one.model, one.region, static_cast<double>(one.won.size()),
                              static_cast<double>(one.candidates), pairwiseOf(one),
                              one.tails.atLeast, one.tails.more, one.tails.mid()});
        section.json.push_back(describe(one));
    }
    section.tables.push_back(std::move(table));
    for (const std::string& model : models)
        section.figures.push_back({model, imageryFigure(evaluation, model, section.widthMm)});
}

} // namespace fusiform::results

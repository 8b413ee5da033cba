// SPDX-License-Identifier: GPL-3.0-or-later
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

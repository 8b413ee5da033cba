// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>

namespace fusiform::results {

namespace {

using evaluate::LearntAttribute;
using evaluate::LearntAttributes;

double shareLearnt(const LearntAttribute& one)
{
    return static_cast<double>(one.right) / static_cast<double>(one.faces);
}

report::Figure learntFigure(const std::string& subject, const LearntAttributes& learnt,
                            double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: attributes learnt (exploratory)")
                     .arg(subject)
                     .arg(learnt.model);
    plot.axis = FUSIFORM_TR("core",
                            "balanced accuracy of faces left out, per cent; dot: permuted labels");
    plot.base = 50;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "one half");
    plot.high = 100;
    bool wasFirst = false;
    for (const LearntAttribute& one : learnt.results) {
        report::PlotRow row;
        row.name = FUSIFORM_TR("core", "%1, %2").arg(one.attribute).arg(one.region);
        row.value = 100 * one.balanced;
        row.interval = stats::Interval{100 * one.interval.low, 100 * one.interval.high};
        row.points = {100 * one.chance};
        row.note = FUSIFORM_TR("core", "%1 + %2 faces, p = %3, FDR %4")
                       .arg(one.with)
                       .arg(one.faces - one.with)
                       .arg(pText(one.p))
                       .arg(pText(one.adjusted));
        // The first attribute has a row a region, the others one.
        const bool isFirst = one.attribute == learnt.results.front().attribute;
        row.startsGroup = wasFirst && !isFirst;
        wasFirst = isFirst;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

Json describe(const LearntAttribute& one, const std::string& model)
{
    return {{"model", model},
            {"attribute", one.attribute},
            {"region", one.region},
            {"n_faces", one.faces},
            {"with", one.with},
            {"right", one.right},
            {"accuracy", shareLearnt(one)},
            {"balanced_accuracy", finite(one.balanced)},
            {"interval", jsonOf(one.interval)},
            {"chance", finite(one.chance)},
            {"p_labels", one.p},
            {"p_fdr", finite(one.adjusted)},
            {"permutations", one.permutations}};
}

} // namespace

void tellAttributeClassifier(const evaluate::SubjectEvaluation& subject,
                             const evaluate::Evaluation& evaluation, Section& section)
{
    Table table{"attribute_classifier",
                FUSIFORM_TR("core", "Attributes learnt from the decoded codes of the other faces "
                                    "(exploratory)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"with", FUSIFORM_TR("core", "with it"), Kind::Count},
                 {"right", FUSIFORM_TR("core", "Right"), Kind::Count},
                 {"accuracy", FUSIFORM_TR("core", "Accuracy"), Kind::Share},
                 {"balanced", FUSIFORM_TR("core", "Balanced"), Kind::Share},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
                 {"chance", FUSIFORM_TR("core", "by chance"), Kind::Share},
                 {"p_labels", FUSIFORM_TR("core", "p (labels)"), Kind::P},
                 {"p_fdr", FUSIFORM_TR("core", "p (FDR)"), Kind::P}},
                {}};
    section.json = Json::array();
    for (const LearntAttributes& learnt : subject.learntAttributes) {
        if (learnt.results.empty())
            continue;
        section.method
            = FUSIFORM_TR(
                  "core",
                  "Exploratory: a logistic regression learns an attribute from the decoded codes "
                  "of all faces but one and is asked about that one. All latents count, in "
                  "training standard deviations, scaled to a mean squared distance of 1 from "
                  "their mean; faces with and without weigh alike; the penalty is one half of the "
                  "squared weights and was not tuned. The balanced accuracy is the mean of the "
                  "shares right among faces with and without. Chance is the mean of %1 "
                  "permutations of the labels, and p the share of them that do as well. Intervals "
                  "hold %2 % (bootstrap over the "
                  "faces' answers, with and without). Of the first attribute every region was "
                  "asked, of the others the first; at least three faces on each side. p (FDR) is "
                  "corrected for attributes (Benjamini and Hochberg) in each region.")
                  .arg(static_cast<long long>(learnt.results.front().permutations))
                  .arg(100 * evaluation.level);
        section.figures.push_back(
            {learnt.model, learntFigure(subject.subject, learnt, section.widthMm)});
        for (const LearntAttribute& one : learnt.results) {
            table.rows.push_back({learnt.model, one.attribute, one.region,
                                  static_cast<double>(one.faces), static_cast<double>(one.with),
                                  static_cast<double>(one.right), shareLearnt(one), one.balanced,
                                  one.interval.low, one.interval.high, one.chance, one.p,
                                  one.adjusted});
            section.json.push_back(describe(one, learnt.model));
        }
    }
    if (!table.rows.empty()) {
        section.tables.push_back(std::move(table));
        return;
    }
    const auto isLabelledOne = [](const LearntAttributes& learnt) { return learnt.isLabelled; };
    const bool isLabelled = std::ranges::any_of(subject.learntAttributes, isLabelledOne);
    const bool isAsked = !subject.learntAttributes.empty()
                         && std::ranges::any_of(subject.attributes, [](const auto& readings) {
                                return readings.whyNone.english().empty();
                            });
    if (isAsked && !isLabelled)
        section.missing.push_back(
            FUSIFORM_TR("core", "A classifier is learnt only from labels: give a table of what the "
                                "pictures of test faces show."));
    else if (isAsked)
        section.missing.push_back(
            FUSIFORM_TR("core", "No attribute has three labelled faces on each side."));
}

} // namespace fusiform::results

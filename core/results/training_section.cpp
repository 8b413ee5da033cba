// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <cmath>
#include <limits>

namespace fusiform::results {

namespace {

using decode::TrainingScore;
using evaluate::TrainingFaces;

/// What is shown: with voxels chosen inside each fold where that can be done.
const TrainingScore& shownScore(const TrainingFaces& one)
{
    return one.inFolds ? *one.inFolds : one.asGiven;
}

report::Figure trainingFigure(const std::string& subject, const std::vector<TrainingFaces>& all,
                              double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: single training faces, cross-validated").arg(subject);
    plot.axis = FUSIFORM_TR("core", "pairs won, per cent; dots: folds, lines: two standard errors");
    plot.base = 50;
    plot.low = 48;
    plot.high = 60;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    std::string model;
    for (const TrainingFaces& one : all) {
        const TrainingScore& score = shownScore(one);
        report::PlotRow row;
        row.name = report::plain(one.model + ", " + one.region);
        row.value = 100 * score.pairwise;
        row.interval = stats::Interval{100 * (score.pairwise - 2 * score.standardError),
                                       100 * (score.pairwise + 2 * score.standardError)};
        for (const double fold : score.folds)
            row.points.push_back(100 * fold);
        row.startsGroup = !model.empty() && model != one.model;
        model = one.model;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

Json describe(const TrainingScore& score)
{
    return {{"pairwise", finite(score.pairwise)},
            {"standard_error", finite(score.standardError)},
            {"folds", score.folds},
            {"voxels", score.voxels},
            {"trials", score.trials}};
}

} // namespace

void tellTraining(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                  Section& section)
{
    if (subject.training.empty())
        return;
    const TrainingFaces& first = subject.training.front();
    section.method
        = FUSIFORM_TR(
              "core",
              "Every %1 is held out in turn, W is estimated from the others, and %2 single "
              "training "
              "trials are decoded by it; a trial wins a pair if its code is closer to its own face "
              "than to another's of the same %1 (chance 50 %; single trials are noisy). The "
              "criterion that selected the voxels is looked at inside each fold, among the voxels "
              "that it selected on all runs. No test face has a part in this.")
              .arg(first.unit)
              .arg(static_cast<long long>(first.asGiven.trials));
    section.figures.push_back(
        {"pairwise", trainingFigure(subject.subject, subject.training, section.widthMm)});
    Table table{"training_faces",
                FUSIFORM_TR("core", "Single training faces, cross-validated (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"folds", FUSIFORM_TR("core", "Folds"), Kind::Count},
                 {"trials", FUSIFORM_TR("core", "Trials"), Kind::Count},
                 {"in_folds", FUSIFORM_TR("core", "Voxels chosen inside"), Kind::Share},
                 {"in_folds_se", FUSIFORM_TR("core", "standard error"), Kind::Share},
                 {"as_given", FUSIFORM_TR("core", "Voxels of the fit"), Kind::Share},
                 {"as_given_se", FUSIFORM_TR("core", "standard error"), Kind::Share}},
                {}};
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    section.json = Json::array();
    for (const TrainingFaces& one : subject.training) {
        table.rows.push_back({one.model, one.region, static_cast<double>(one.asGiven.folds.size()),
                              static_cast<double>(one.asGiven.trials),
                              one.inFolds ? one.inFolds->pairwise : kNone,
                              one.inFolds ? one.inFolds->standardError : kNone,
                              one.asGiven.pairwise, one.asGiven.standardError});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"unit", one.unit},
                                {"in_folds", one.inFolds ? describe(*one.inFolds) : Json(nullptr)},
                                {"as_given", describe(one.asGiven)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

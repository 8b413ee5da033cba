// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"
#include "core/results/spread.h"

#include <algorithm>

namespace fusiform::results {

namespace {

using evaluate::PipelinePermutation;

report::Figure pipelineFigure(const evaluate::SubjectEvaluation& subject, double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: pairwise recognition after training on exchanged codes")
                     .arg(subject.subject);
    plot.axis = FUSIFORM_TR(
        "core", "pairs won, per cent; bars: true training, dots: each exchange of the codes");
    plot.base = 50;
    plot.low = 30;
    plot.high = 100;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    std::string model;
    for (const PipelinePermutation& one : subject.pipeline) {
        report::PlotRow row;
        row.name = report::plain(one.model + ", " + one.region);
        row.value = 100 * one.pairwise;
        for (const double score : one.pairwiseByChance)
            row.points.push_back(100 * score);
        row.note = report::plain("p = " + pText(one.pairwiseP()));
        row.startsGroup = !model.empty() && model != one.model;
        model = one.model;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

} // namespace

void tellPipeline(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                  Section& section)
{
    if (subject.pipeline.empty()) {
        if (subject.isPipelineWanted && subject.isWithoutSeries)
            section.missing.push_back(withoutSeries());
        return;
    }
    const auto count = subject.pipeline.front().pairwiseByChance.size();
    section.method
        = FUSIFORM_TR("core",
                      "The codes of the training pictures were exchanged with each other %1 times, "
                      "W was estimated again from all runs and the same test faces were read with "
                      "it. p is (1 + exchanges that score at least as much) / (1 + exchanges); the "
                      "smallest possible is %2. The voxels stay those that were selected with the "
                      "true codes; test faces had no part in that. Not corrected for the number of "
                      "regions.")
              .arg(static_cast<long long>(count))
              .arg(pText(1 / (1 + static_cast<double>(count))));
    section.figures.push_back({"pairwise", pipelineFigure(subject, section.widthMm)});
    Table table{"pipeline_permutation",
                FUSIFORM_TR("core", "True training against training on exchanged codes"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"exchanges", FUSIFORM_TR("core", "Exchanges"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"chance", FUSIFORM_TR("core", "exchanged, mean"), Kind::Share},
                 {"chance_highest", FUSIFORM_TR("core", "exchanged, highest"), Kind::Share},
                 {"p", FUSIFORM_TR("core", "p"), Kind::P},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share},
                 {"full_chance", FUSIFORM_TR("core", "exchanged, mean"), Kind::Share},
                 {"p_full", FUSIFORM_TR("core", "p"), Kind::P}},
                {}};
    section.json = Json::array();
    for (const PipelinePermutation& one : subject.pipeline) {
        table.rows.push_back({one.model, one.region, static_cast<double>(count), one.pairwise,
                              meanOf(one.pairwiseByChance), std::ranges::max(one.pairwiseByChance),
                              one.pairwiseP(), one.full, meanOf(one.fullByChance), one.fullP()});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"pairwise", one.pairwise},
                                {"pairwise_by_chance", one.pairwiseByChance},
                                {"p", one.pairwiseP()},
                                {"full", one.full},
                                {"full_by_chance", one.fullByChance},
                                {"p_full", one.fullP()}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using evaluate::OneBackEffect;

report::PlotRow rowOfWay(const Text& name, const OneBackEffect::Way& way, report::Ink ink)
{
    report::PlotRow row;
    row.name = name;
    row.value = 100 * way.pairwise;
    row.interval = stats::Interval{100 * way.pairwiseInterval.low, 100 * way.pairwiseInterval.high};
    row.ink = ink;
    return row;
}

report::Figure oneBacksFigure(const std::string& subject, const std::vector<OneBackEffect>& all,
                              double widthMm)
{
    report::RowPlot plot;
    plot.title
        = FUSIFORM_TR("core", "%1: recognition by what one-back trials count as").arg(subject);
    plot.axis = FUSIFORM_TR("core", "pairs won, per cent; p: paired over faces");
    plot.base = 50;
    plot.low = 40;
    plot.high = 100;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    for (const OneBackEffect& one : all) {
        report::PlotRow counted
            = rowOfWay(FUSIFORM_TR("core", "%1, %2: counted").arg(one.model).arg(one.region),
                       one.counted, report::Ink::First);
        counted.startsGroup = !plot.rows.empty();
        counted.note = report::plain("p = " + pText(one.pairwise.p));
        plot.rows.push_back(std::move(counted));
        plot.rows.push_back(rowOfWay(FUSIFORM_TR("core", "apart"), one.apart, report::Ink::Second));
    }
    return report::rowFigure(plot, widthMm);
}

Json jsonOf(const OneBackEffect::Way& way)
{
    return {{"pairwise", finite(way.pairwise)},
            {"interval", results::jsonOf(way.pairwiseInterval)},
            {"full", finite(way.full)},
            {"mean_r", finite(way.meanR)}};
}

Json jsonOf(const stats::SignFlip& test)
{
    return {{"difference", finite(test.mean)},
            {"p", finite(test.p)},
            {"signs", test.orders},
            {"exact", test.isExact}};
}

Text methodOf(const OneBackEffect& one, double level)
{
    const auto& counts = one.oneBacks;
    return FUSIFORM_TR(
               "core",
               "%1 trials repeat the picture before them (one-backs). W is estimated twice from "
               "the "
               "kept series, from all runs: with the one-backs of training faces counted as trials "
               "of their face (%2 trials train), and with all one-backs apart, in a regressor of "
               "their own (%3 trials). The patterns of %4 of the %5 test faces are estimated anew "
               "either way, with %6 one-backs of theirs; patterns of the others, whose showings "
               "the series keeps sealed, and %7 one-backs of such faces or of pictures left out "
               "stay as the fit has them (--one-backs %8). Whitening, voxels and ridge are those "
               "of the fit. p "
               "flips the signs of the faces' differences, two-sided; intervals hold %9 %, by "
               "bootstrap over faces. Not corrected for the number of regions.")
        .arg(counts.all())
        .arg(one.trialsCounted)
        .arg(one.trialsApart)
        .arg(one.patternsAnew)
        .arg(one.faces)
        .arg(counts.exploration)
        .arg(counts.other)
        .arg(one.areCountedInFit ? "count" : "nuisance")
        .arg(100 * level);
}

} // namespace

void tellOneBacks(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section)
{
    if (subject.oneBacks.empty()) {
        if (subject.isWithoutSeries)
            section.missing.push_back(withoutSeries());
        if (subject.areOneBacksUnknown)
            section.missing.push_back(FUSIFORM_TR(
                "core", "The kept series of the fit does not say which trials are one-backs: it "
                        "was made by an older version. Fit the study anew."));
        return;
    }
    section.method = methodOf(subject.oneBacks.front(), evaluation.level);
    section.figures.push_back(
        {"pairwise", oneBacksFigure(subject.subject, subject.oneBacks, section.widthMm)});
    Table table{"one_backs",
                FUSIFORM_TR("core", "Recognition with one-back trials counted and apart"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"pairwise_counted", FUSIFORM_TR("core", "Pairwise, counted"), Kind::Share},
                 {"pairwise_apart", FUSIFORM_TR("core", "apart"), Kind::Share},
                 {"p_pairwise", FUSIFORM_TR("core", "p"), Kind::P},
                 {"mean_r_counted", FUSIFORM_TR("core", "Mean r, counted"), Kind::Number},
                 {"mean_r_apart", FUSIFORM_TR("core", "apart"), Kind::Number},
                 {"p_mean_r", FUSIFORM_TR("core", "p"), Kind::P},
                 {"full_counted", FUSIFORM_TR("core", "Full, counted"), Kind::Share},
                 {"full_apart", FUSIFORM_TR("core", "apart"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const OneBackEffect& one : subject.oneBacks) {
        table.rows.push_back({one.model, one.region, one.counted.pairwise, one.apart.pairwise,
                              one.pairwise.p, one.counted.meanR, one.apart.meanR, one.r.p,
                              one.counted.full, one.apart.full});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"one_backs",
                                 {{"training", one.oneBacks.training},
                                  {"exploration", one.oneBacks.exploration},
                                  {"other", one.oneBacks.other}}},
                                {"fit", one.areCountedInFit ? "count" : "nuisance"},
                                {"faces", one.faces},
                                {"patterns_anew", one.patternsAnew},
                                {"trials_counted", one.trialsCounted},
                                {"trials_apart", one.trialsApart},
                                {"counted", jsonOf(one.counted)},
                                {"apart", jsonOf(one.apart)},
                                {"pairwise", jsonOf(one.pairwise)},
                                {"mean_r", jsonOf(one.r)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using evaluate::LowLevel;

report::PlotRow rowOfLowLevel(const Text& name, double share, report::Ink ink)
{
    report::PlotRow row;
    row.name = name;
    row.value = 100 * share;
    row.ink = ink;
    return row;
}

report::Figure lowLevelFigure(const std::string& subject, const std::vector<LowLevel>& all,
                              double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: do faces carry more than luminance, background and "
                                     "hair?")
                     .arg(subject)
                     .arg(all.front().region);
    plot.axis = FUSIFORM_TR("core", "pairs won, per cent; codes in training sd");
    plot.base = 50;
    plot.low = 40;
    plot.high = 100;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    for (const LowLevel& one : all) {
        if (one.region != all.front().region)
            continue;
        report::PlotRow whole
            = rowOfLowLevel(FUSIFORM_TR("core", "%1: all of the code").arg(one.model), one.whole,
                            report::Ink::First);
        whole.startsGroup = !plot.rows.empty();
        plot.rows.push_back(std::move(whole));
        report::PlotRow rest = rowOfLowLevel(FUSIFORM_TR("core", "without low-level features"),
                                             one.without, report::Ink::Second);
        rest.interval
            = stats::Interval{100 * one.withoutInterval.low, 100 * one.withoutInterval.high};
        rest.note = report::plain("p = " + pText(one.withoutP));
        plot.rows.push_back(std::move(rest));
        plot.rows.push_back(rowOfLowLevel(FUSIFORM_TR("core", "random directions out"),
                                          one.randomOut, report::Ink::Muted));
        plot.rows.push_back(rowOfLowLevel(FUSIFORM_TR("core", "low-level features alone"),
                                          one.alone, report::Ink::Third));
    }
    return report::rowFigure(plot, widthMm);
}

} // namespace

void tellLowLevel(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section)
{
    if (subject.lowLevel.empty())
        return;
    const LowLevel& first = subject.lowLevel.front();
    section.method
        = FUSIFORM_TR(
              "core",
              "%1 features say what a picture is like before anybody sees a face in it: mean "
              "colours of the whole, of the background, of the hair and of the skin, contrasts, "
              "and "
              "how light lies. Of %2 pictures that the face model makes of codes drawn from the "
              "training mean and sd, codes are regressed on the features; the directions found are "
              "taken out of decoded and true codes (in training standard deviations about the "
              "training mean), and pairs are counted again. Random directions out: as many others "
              "taken out, mean of 20 draws. p permutes which face is whose; the interval holds %3 "
              "%, "
              "by bootstrap over %4 faces. Chance: 50 %. What a linear map of codes cannot tell of "
              "the features stays in.")
              .arg(static_cast<long long>(evaluate::kLowLevelFeatures))
              .arg(static_cast<long long>(first.samples))
              .arg(100 * evaluation.level)
              .arg(static_cast<long long>(first.faces));
    section.figures.push_back(
        {"pairwise", lowLevelFigure(subject.subject, subject.lowLevel, section.widthMm)});
    Table table{
        "low_level",
        FUSIFORM_TR("core", "Pairwise recognition without low-level features (chance 50 %)"),
        {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
         {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
         {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
         {"whole", FUSIFORM_TR("core", "All of the code"), Kind::Share},
         {"without", FUSIFORM_TR("core", "Without"), Kind::Share},
         {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
         {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
         {"p_labels", FUSIFORM_TR("core", "p (labels)"), Kind::P},
         {"random_out", FUSIFORM_TR("core", "Random directions out"), Kind::Share},
         {"alone", FUSIFORM_TR("core", "Features alone"), Kind::Share},
         {"explained", FUSIFORM_TR("core", "Variance of codes they explain"), Kind::Share}},
        {}};
    section.json = Json::array();
    for (const LowLevel& one : subject.lowLevel) {
        table.rows.push_back({one.model, one.region, static_cast<double>(one.faces), one.whole,
                              one.without, one.withoutInterval.low, one.withoutInterval.high,
                              one.withoutP, one.randomOut, one.alone, one.explained});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"features", evaluate::kLowLevelFeatures},
                                {"samples", one.samples},
                                {"whole", finite(one.whole)},
                                {"without", finite(one.without)},
                                {"interval", jsonOf(one.withoutInterval)},
                                {"p_labels", one.withoutP},
                                {"random_out", finite(one.randomOut)},
                                {"alone", finite(one.alone)},
                                {"explained", finite(one.explained)},
                                {"chance", 0.5}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

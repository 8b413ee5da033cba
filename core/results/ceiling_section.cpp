// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using evaluate::RegionCeiling;

report::Figure ceilingFigure(const std::string& subject, const std::vector<RegionCeiling>& regions,
                             double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: noise ceiling of the patterns").arg(subject);
    plot.axis = FUSIFORM_TR(
        "core", "variance of mean patterns that repeats, per cent; bars: all voxels together, "
                "lines: quartiles of single voxels");
    plot.high = 100;
    std::string model;
    for (const RegionCeiling& one : regions) {
        report::PlotRow row;
        row.name = report::plain(one.model + ", " + one.region);
        row.value = 100 * one.pooled;
        row.interval = stats::Interval{100 * one.quartile1, 100 * one.quartile3};
        row.note = FUSIFORM_TR("core", "%1 voxels")
                       .arg(report::groupedNumber(static_cast<std::int64_t>(one.voxels)));
        row.startsGroup = !model.empty() && model != one.model;
        model = one.model;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

} // namespace

void tellCeiling(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                 Section& section)
{
    if (!subject.ceiling)
        return;
    section.method
        = FUSIFORM_TR(
              "core",
              "From %1 exploration faces, shown %2 times each on the average: the share of the "
              "variance of their mean patterns that repeats from showing to showing (Allen et al. "
              "2022), what all showings of a run share taken out. No model of the faces can "
              "explain "
              "more of the patterns. Sealed faces have no part in it.")
              .arg(subject.ceiling->faces)
              .arg(report::fixedNumber(subject.ceiling->repetitions, 1));
    Table table{"noise_ceiling",
                FUSIFORM_TR("core", "Noise ceiling by region"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"voxels", FUSIFORM_TR("core", "Voxels"), Kind::Count},
                 {"pooled", FUSIFORM_TR("core", "All together"), Kind::Share},
                 {"median", FUSIFORM_TR("core", "Median voxel"), Kind::Share},
                 {"quartile_1", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"quartile_3", FUSIFORM_TR("core", "to"), Kind::Share},
                 {"ncsnr", FUSIFORM_TR("core", "Signal to noise (ncsnr)"), Kind::Number}},
                {}};
    section.json = Json::array();
    for (const RegionCeiling& one : subject.ceiling->regions) {
        table.rows.push_back({one.model, one.region, one.voxels, one.pooled, one.median,
                              one.quartile1, one.quartile3, one.signalToNoise});
        section.json.push_back({{"model", one.model},
                                {"region", one.region},
                                {"voxels", one.voxels},
                                {"pooled", finite(one.pooled)},
                                {"median", finite(one.median)},
                                {"quartile_1", finite(one.quartile1)},
                                {"quartile_3", finite(one.quartile3)},
                                {"ncsnr", finite(one.signalToNoise)}});
    }
    section.figures.push_back(
        {"regions", ceilingFigure(subject.subject, subject.ceiling->regions, section.widthMm)});
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

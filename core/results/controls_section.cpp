// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"
#include "core/results/spread.h"

namespace fusiform::results {

namespace {

using evaluate::DrawnVoxels;

bool isLeftOut(const DrawnVoxels& drawn) { return drawn.from == DrawnVoxels::From::LeftOut; }

std::string fromText(const DrawnVoxels& drawn)
{
    switch (drawn.from) {
    case DrawnVoxels::From::LeftOut: return "left out";
    case DrawnVoxels::From::Control: return "control";
    case DrawnVoxels::From::Region: break;
    }
    return "region";
}

report::Figure controlsFigure(const evaluate::SubjectEvaluation& subject, double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1: pairwise recognition from as many voxels of each region")
                     .arg(subject.subject);
    plot.axis = FUSIFORM_TR("core", "pairs won, per cent; bars: mean of the draws (dots)");
    plot.base = 50;
    plot.low = 40;
    plot.high = 100;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance");
    std::string model;
    for (const DrawnVoxels& drawn : subject.controls) {
        report::PlotRow row;
        row.name = isLeftOut(drawn) ? FUSIFORM_TR("core", "%1, not selected").arg(drawn.model)
                                    : report::plain(drawn.model + ", " + drawn.region);
        row.value = 100 * meanOf(drawn.pairwise);
        if (drawn.pairwise.size() > 1)
            for (const double score : drawn.pairwise)
                row.points.push_back(100 * score);
        row.note = FUSIFORM_TR("core", "%1 voxels").arg(report::groupedNumber(drawn.voxels));
        row.ink
            = drawn.from == DrawnVoxels::From::Region ? report::Ink::First : report::Ink::Second;
        row.startsGroup = !model.empty() && model != drawn.model;
        model = drawn.model;
        plot.rows.push_back(std::move(row));
    }
    return report::rowFigure(plot, widthMm);
}

} // namespace

void tellControls(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                  Section& section)
{
    if (subject.controls.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "As many voxels as the smallest region has are drawn at random from each region and read "
        "alone: what is left of a difference is not one of size. “Not selected” draws as many "
        "voxels as were selected from the rest of the brain mask. They were left out by a "
        "threshold, "
        "not because they know nothing: what they score is what the criterion left behind. A "
        "region "
        "with one draw was read whole. Controls (--control) are read like the voxels left out, "
        "without "
        "those that were selected; faces should not be told apart by them. Chance: 50 % pairwise. "
        "Draws share voxels, so that their "
        "spread is no test.");
    section.figures.push_back({"pairwise", controlsFigure(subject, section.widthMm)});
    Table table{"control_regions",
                FUSIFORM_TR("core", "Recognition from voxels drawn at random (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"from", FUSIFORM_TR("core", "Drawn from"), Kind::Name},
                 {"voxels", FUSIFORM_TR("core", "Voxels"), Kind::Count},
                 {"draws", FUSIFORM_TR("core", "Draws"), Kind::Count},
                 {"pairwise", FUSIFORM_TR("core", "Pairwise"), Kind::Share},
                 {"pairwise_sd", FUSIFORM_TR("core", "sd"), Kind::Share},
                 {"full", FUSIFORM_TR("core", "Full"), Kind::Share},
                 {"full_sd", FUSIFORM_TR("core", "sd"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const DrawnVoxels& drawn : subject.controls) {
        const std::string from = fromText(drawn);
        table.rows.push_back({drawn.model, drawn.region, from, static_cast<double>(drawn.voxels),
                              static_cast<double>(drawn.pairwise.size()), meanOf(drawn.pairwise),
                              sdOf(drawn.pairwise), meanOf(drawn.full), sdOf(drawn.full)});
        section.json.push_back({{"model", drawn.model},
                                {"region", drawn.region},
                                {"from", from},
                                {"voxels", drawn.voxels},
                                {"pairwise", drawn.pairwise},
                                {"full", drawn.full}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

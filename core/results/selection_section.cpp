// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_selection.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>

namespace fusiform::results {

namespace {

using evaluate::SelectedVoxels;

report::Figure planeFigure(const std::string& subject, const SelectedVoxels& one, double widthMm)
{
    report::SelectionPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: %3 of %4 voxels are selected")
                     .arg(subject)
                     .arg(one.model)
                     .arg(report::groupedNumber(std::ranges::count(one.isSelected, true)))
                     .arg(report::groupedNumber(static_cast<std::int64_t>(one.isSelected.size())));
    plot.t = one.t;
    plot.gain = one.gain;
    plot.isSelected = &one.isSelected;
    return report::selectionFigure(plot, widthMm);
}

report::Figure mapFigure(const std::string& subject, const SelectedVoxels& one, double widthMm)
{
    std::vector<report::PartName> names;
    for (const SelectedVoxels::Part& part : one.parts)
        names.push_back({FUSIFORM_TR("core", "%1 (%2 voxels)")
                             .arg(part.name)
                             .arg(report::groupedNumber(part.voxels)),
                         part.colour});
    return report::partsFigure(one.mean, one.partOf, names,
                               FUSIFORM_TR("core", "%1, %2: the selected voxels and their parts")
                                   .arg(subject)
                                   .arg(one.model),
                               widthMm);
}

} // namespace

void tellSelection(const evaluate::SubjectEvaluation& subject, const evaluate::Evaluation&,
                   Section& section)
{
    if (subject.selections.empty())
        return;
    section.method
        = FUSIFORM_TR("core",
                      "Voxels were selected by %1, on training faces and fixation alone: no test "
                      "face had a part in it. The gain is 1 − (residual variance with the "
                      "latents) / (without), each over its degrees of freedom. The thresholds are "
                      "for single voxels, uncorrected unless the criterion says otherwise.")
              .arg(subject.selections.front().criterion);
    Table table{"selection",
                FUSIFORM_TR("core", "Selected voxels and their parts"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"part", FUSIFORM_TR("core", "Part"), Kind::Name},
                 {"voxels", FUSIFORM_TR("core", "Voxels"), Kind::Count},
                 {"volume_mm3", FUSIFORM_TR("core", "Volume, mm³"), Kind::Count},
                 {"share_of_mask", FUSIFORM_TR("core", "Of the mask"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const SelectedVoxels& one : subject.selections) {
        section.figures.push_back(
            {one.model + "_plane", planeFigure(subject.subject, one, section.widthMm)});
        section.figures.push_back(
            {one.model + "_map", mapFigure(subject.subject, one, section.widthMm)});
        const auto mask = static_cast<double>(one.isSelected.size());
        Json parts = Json::array();
        for (const SelectedVoxels::Part& part : one.parts) {
            const auto voxels = static_cast<double>(part.voxels);
            table.rows.push_back({one.model, part.name, voxels, part.volumeMm3, voxels / mask});
            parts.push_back(
                {{"part", part.name}, {"voxels", part.voxels}, {"volume_mm3", part.volumeMm3}});
        }
        section.json.push_back({{"model", one.model},
                                {"criterion", one.criterion},
                                {"selected", std::ranges::count(one.isSelected, true)},
                                {"mask", one.isSelected.size()},
                                {"parts", std::move(parts)}});
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

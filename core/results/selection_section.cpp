// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mosaic.h"
#include "core/report/plots_selection.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>
#include <cmath>

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

/// From pale to strong, told apart by colour-blind readers.
std::array<std::uint8_t, 3> overlapColour(std::size_t subjects, std::size_t of)
{
    const double share
        = of > 1 ? static_cast<double>(subjects - 1) / static_cast<double>(of - 1) : 1;
    const auto rgb = report::heat(0.35 + 0.6 * share);
    const auto byte = [](float value) { return static_cast<std::uint8_t>(255 * value + 0.5F); };
    return {byte(rgb[0]), byte(rgb[1]), byte(rgb[2])};
}

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        if (text.find(name) == std::string::npos) // talairach.xfm has the same name everywhere
            text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// In the masks of all: the outline of the brain.
image::Volume brainOf(const image::Volume& count)
{
    image::Volume brain = count;
    for (float& value : brain.values)
        value = value > 0 ? 1.F : 0.F;
    return brain;
}

report::Figure overlapFigure(const evaluate::GroupOverlap& one, bool hasBorder, double widthMm)
{
    const bool isCortex = !one.border.values.empty();
    const image::Volume brain = hasBorder && !isCortex ? brainOf(one.count) : image::Volume{};
    const report::PartBorder border{isCortex ? FUSIFORM_TR("core", "inner border of the cortex")
                                             : FUSIFORM_TR("core", "outline of the brain"),
                                    isCortex ? &one.border : &brain};
    std::vector<report::PartName> names;
    for (std::size_t s = 0; s < one.voxels.size(); ++s)
        names.push_back({(s == 0 ? FUSIFORM_TR("core", "1 subject (%1 voxels)")
                                 : FUSIFORM_TR("core", "%1 subjects (%2 voxels)").arg(s + 1))
                             .arg(report::groupedNumber(one.voxels[s])),
                         overlapColour(s + 1, one.voxels.size())});
    return report::partsFigure(
        one.mean, one.count, names,
        FUSIFORM_TR("core", "%1: in how many of %2 subjects a voxel is selected")
            .arg(one.model)
            .arg(one.subjects.size()),
        widthMm, hasBorder ? &border : nullptr);
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

void tellSelectionOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    if (evaluation.overlaps.empty())
        return;
    const evaluate::GroupOverlap& first = evaluation.overlaps.front();
    section.method
        = first.space.empty()
              ? FUSIFORM_TR(
                  "core",
                  "In how many subjects each voxel was selected, of fits in one space (fit --space "
                  "MNI152NLin2009cAsym takes images that fMRIPrep has brought there). The picture "
                  "below is the mean of the subjects' mean images. Not corrected: each selection "
                  "is that of its subject.")
              : FUSIFORM_TR(
                    "core",
                    "In how many subjects each voxel was selected. Each subject was fitted in its "
                    "own space; its selected voxels were brought to %1 (%2 mm voxels) by the "
                    "transform of another program (%3): a voxel there is selected if its centre "
                    "lies in a voxel that is. Volumes are those in the template. The picture below "
                    "is the mean of the subjects' mean images. Not corrected: each selection is "
                    "that of its subject.")
                    .arg(first.space)
                    .arg(std::cbrt(first.voxelMm3))
                    .arg(joinedNames(first.transforms));
    Table table{"overlap",
                FUSIFORM_TR("core", "Voxels by the number of subjects that selected them"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count},
                 {"of", FUSIFORM_TR("core", "of"), Kind::Count},
                 {"voxels", FUSIFORM_TR("core", "Voxels"), Kind::Count},
                 {"volume_mm3", FUSIFORM_TR("core", "Volume, mm³"), Kind::Count}},
                {}};
    section.json = Json::array();
    for (const evaluate::GroupOverlap& one : evaluation.overlaps) {
        section.json.push_back({{"model", one.model},
                                {"subjects", one.subjects},
                                {"one_space", one.isOneSpace},
                                {"template", one.space},
                                {"transforms", one.transforms},
                                {"cortical_border", !one.border.values.empty()},
                                {"voxels", one.voxels}});
        if (!one.isOneSpace)
            continue;
        section.figures.push_back(
            {one.model + "_overlap", overlapFigure(one, evaluation.hasBorders, section.widthMm)});
        for (std::size_t s = 0; s < one.voxels.size(); ++s)
            table.rows.push_back({one.model, static_cast<double>(s + 1),
                                  static_cast<double>(one.subjects.size()),
                                  static_cast<double>(one.voxels[s]),
                                  static_cast<double>(one.voxels[s]) * one.voxelMm3});
    }
    if (table.rows.empty())
        section.missing.push_back(FUSIFORM_TR(
            "core",
            "No map of overlaps: the fits of the subjects lie in their own spaces, and not every "
            "one has a transform to the same template. Give them (evaluate --transform), or fit "
            "in one space (fit --space)."));
    else
        section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

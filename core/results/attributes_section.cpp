// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/attributes_section.h"

#include "core/results/analyses.h"
#include "core/results/json_parts.h"

#include <algorithm>
#include <limits>
#include <set>

namespace fusiform::results {

namespace {

using evaluate::AttributeReading;
using evaluate::AttributeReadings;
using evaluate::RegionReading;
using evaluate::SideReading;

Json describe(const SideReading& side)
{
    Json json = jsonOf(side.test.tails);
    json["threshold"] = side.threshold;
    json["n_faces"] = side.faces;
    json["with"] = side.with;
    json["right"] = side.right;
    json["accuracy"] = finite(shareRight(side));
    json["interval"] = jsonOf(side.test.interval);
    json["chance"] = 0.5;
    json["balanced_accuracy"] = finite(side.balanced);
    json["p_two_sided"] = finite(side.test.twoSided);
    json["p_fdr"] = finite(side.adjusted);
    json["fewest_significant"] = evaluate::fewestSignificant(side.faces);
    for (const char* const key : {"p", "p_strict", "p_mid"})
        json[key] = finite(json[key].get<double>());
    return json;
}

Json describe(const RegionReading& region)
{
    return {{"region", nameOf(region)},
            {"at_zero", describe(region.atZero)},
            {"at_middle", describe(region.atMiddle)},
            {"auc", finite(region.told.area)},
            {"auc_interval", jsonOf(region.areaInterval)},
            {"auc_p", finite(region.told.tails.atLeast)},
            {"auc_p_strict", finite(region.told.tails.more)},
            {"auc_p_fdr", finite(region.adjusted)},
            {"auc_is_exact", region.told.isExact},
            {"r_with_truth", finite(region.correlation)},
            {"projections", region.projections}};
}

Json describe(const AttributeReadings& readings)
{
    Json attributes = Json::array();
    for (const AttributeReading& reading : readings.readings) {
        Json regions = Json::array();
        for (const RegionReading* const region : shownRegions(reading, readings.isLabelled))
            regions.push_back(describe(*region));
        attributes.push_back({{"attribute", reading.attribute},
                              {"axis", axisKey(reading.axis)},
                              {"axis_balanced_accuracy", reading.axisAccuracy},
                              {"labels", reading.labels},
                              {"true_projections", reading.truth.projections},
                              {"regions", std::move(regions)}});
    }
    return {{"model", readings.model},
            {"axes_from", readings.axesFrom},
            {"truth", readings.isLabelled ? "labels" : "side of the true code"},
            {"unlabelled", readings.unlabelled},
            {"attributes", std::move(attributes)}};
}

void addSide(std::vector<Cell>& row, const SideReading& side)
{
    for (const double number : {side.threshold, static_cast<double>(side.right), shareRight(side),
                                side.test.interval.low, side.test.interval.high, side.balanced,
                                side.test.tails.atLeast, side.test.tails.more, side.adjusted})
        row.emplace_back(number);
}

void addSideColumns(std::vector<Column>& columns, const std::string& key, const Text& title)
{
    columns.push_back({key + "_threshold", title, Kind::Number});
    columns.push_back({key + "_right", FUSIFORM_TR("core", "right"), Kind::Count});
    columns.push_back({key + "_accuracy", FUSIFORM_TR("core", "accuracy"), Kind::Share});
    columns.push_back({key + "_low", FUSIFORM_TR("core", "from"), Kind::Share});
    columns.push_back({key + "_high", FUSIFORM_TR("core", "to"), Kind::Share});
    columns.push_back({key + "_balanced", FUSIFORM_TR("core", "balanced"), Kind::Share});
    columns.push_back({key + "_p", FUSIFORM_TR("core", "p (≥)"), Kind::P});
    columns.push_back({key + "_p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P});
    columns.push_back({key + "_p_fdr", FUSIFORM_TR("core", "p (FDR)"), Kind::P});
}

Table emptyTable()
{
    Table table{
        "attributes", FUSIFORM_TR("core", "All attributes, by region (chance 50 %)"), {}, {}};
    table.columns = {
        {"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
        {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
        {"axis", FUSIFORM_TR("core", "Axis"), Kind::Name},
        {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
        {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
        {"with", FUSIFORM_TR("core", "with it"), Kind::Count},
        {"base_rate", FUSIFORM_TR("core", "base rate"), Kind::Share},
        {"fewest_significant", FUSIFORM_TR("core", "right answers for p (≥) < 0.05"), Kind::Count},
        {"auc", FUSIFORM_TR("core", "AUC"), Kind::Number},
        {"auc_low", FUSIFORM_TR("core", "from"), Kind::Number},
        {"auc_high", FUSIFORM_TR("core", "to"), Kind::Number},
        {"auc_p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
        {"auc_p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P},
        {"auc_p_fdr", FUSIFORM_TR("core", "p (FDR)"), Kind::P}};
    addSideColumns(table.columns, "zero", FUSIFORM_TR("core", "Threshold at"));
    addSideColumns(table.columns, "middle", FUSIFORM_TR("core", "Threshold in the middle, at"));
    table.columns.push_back(
        {"r_with_truth", FUSIFORM_TR("core", "r with true projections"), Kind::Number});
    return table;
}

void addRows(Table& table, const AttributeReadings& readings, const AttributeReading& reading)
{
    for (const RegionReading* const region : shownRegions(reading, readings.isLabelled)) {
        const SideReading& middle = region->atMiddle;
        const auto faces = static_cast<double>(middle.faces);
        const auto with = static_cast<double>(middle.with);
        std::vector<Cell> row = {readings.model,
                                 reading.attribute,
                                 axisKey(reading.axis),
                                 nameOf(*region),
                                 faces,
                                 with,
                                 with / faces,
                                 static_cast<double>(evaluate::fewestSignificant(middle.faces)),
                                 region->told.area,
                                 region->areaInterval.low,
                                 region->areaInterval.high,
                                 region->told.tails.atLeast,
                                 region->told.tails.more,
                                 region->adjusted};
        addSide(row, region->atZero);
        addSide(row, middle);
        row.emplace_back(region->correlation);
        table.rows.push_back(std::move(row));
    }
}

/// Both thresholds of the first attribute, a row each.
Table firstTable()
{
    return {"attribute_first",
            FUSIFORM_TR("core", "The first attribute, by region (chance 50 %)"),
            {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
             {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
             {"axis", FUSIFORM_TR("core", "Axis"), Kind::Name},
             {"threshold", FUSIFORM_TR("core", "Threshold"), Kind::Name},
             {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
             {"threshold_at", FUSIFORM_TR("core", "at"), Kind::Number},
             {"right", FUSIFORM_TR("core", "Right"), Kind::Count},
             {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
             {"accuracy", FUSIFORM_TR("core", "Accuracy"), Kind::Share},
             {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
             {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
             {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
             {"p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P},
             {"p_fdr", FUSIFORM_TR("core", "p (FDR)"), Kind::P},
             {"auc", FUSIFORM_TR("core", "AUC"), Kind::Number}},
            {}};
}

void addFirstRows(Table& table, const AttributeReadings& readings, const AttributeReading& reading)
{
    for (const auto side : {&RegionReading::atZero, &RegionReading::atMiddle})
        for (const RegionReading* const region : shownRegions(reading, readings.isLabelled)) {
            const SideReading& one = region->*side;
            table.rows.push_back(
                {readings.model, reading.attribute, axisKey(reading.axis),
                 side == &RegionReading::atZero ? "zero" : "middle", nameOf(*region), one.threshold,
                 static_cast<double>(one.right), static_cast<double>(one.faces), shareRight(one),
                 one.test.interval.low, one.test.interval.high, one.test.tails.atLeast,
                 one.test.tails.more, one.adjusted, region->told.area});
        }
}

/// The numbers behind the strips.
Table projectionTable(const AttributeReadings& readings, const AttributeReading& reading,
                      const std::vector<std::string>& faces)
{
    Table table{"attribute_projections_" + readings.model,
                FUSIFORM_TR("core", "%1: projections of the faces on the axis of %2 (mean "
                                    "difference)")
                    .arg(readings.model)
                    .arg(reading.attribute),
                {{"face", FUSIFORM_TR("core", "Face"), Kind::Name},
                 {"label", FUSIFORM_TR("core", "Label (1 with, −1 without)"), Kind::Number},
                 {"true_code", FUSIFORM_TR("core", "true code"), Kind::Number}},
                {}};
    std::set<std::string> keys = {"face", "label", "true_code"};
    for (const RegionReading& region : reading.regions) {
        std::string key = region.region;
        while (!keys.insert(key).second)
            key += "_region";
        table.columns.push_back({key, report::plain(region.region), Kind::Number});
    }
    for (std::size_t f = 0; f < faces.size() && f < reading.labels.size(); ++f) {
        std::vector<Cell> row = {faces[f],
                                 reading.labels[f] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                        : static_cast<double>(reading.labels[f]),
                                 reading.truth.projections[f]};
        for (const RegionReading& region : reading.regions)
            row.emplace_back(region.projections[f]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Text methodOf(const AttributeReadings& readings, const evaluate::Evaluation& evaluation)
{
    const Text text
        = readings.isLabelled
              ? FUSIFORM_TR(
                  "core",
                  "Codes read from a region are projected on the axis of an attribute, found in "
                  "%1: the mean code of faces with it less that of faces without (mean "
                  "difference), or the direction of a logistic regression on codes. Projections "
                  "are in units of the distance between the two means. A face is said to have the "
                  "attribute when its projection is above 0, as in the paper, or above the middle "
                  "of the two means, which the mean training code places. The truth is the given "
                  "table of labels; faces of unknown label are left out. The true codes' score is "
                  "the paper's ceiling, which few faces can exceed by chance. p (≥) is the chance "
                  "of at least as many right answers, one half "
                  "each, and p (>) of more, as the paper prints; intervals of shares hold %2 % "
                  "(Clopper and Pearson). Where few faces have the attribute, or few have not, "
                  "guessing scores more than one half: the balanced accuracy and the area under "
                  "the curve allow for that. The area under the ROC curve (AUC) is the chance that "
                  "a "
                  "face with the attribute projects higher than one without, and needs no "
                  "threshold, which noise can push all faces across; its p counts the ways to "
                  "deal the labels out to the faces, its interval is a bootstrap over faces with "
                  "and without (BCa). p (FDR) is corrected for %3 attributes (Benjamini and "
                  "Hochberg), for each axis and region by itself.")
              : FUSIFORM_TR(
                  "core",
                  "Codes read from a region are projected on the axis of an attribute, found in "
                  "%1: the mean code of faces with it less that of faces without (mean "
                  "difference), or the direction of a logistic regression on codes. Projections "
                  "are in units of the distance between the two means. A face is said to have the "
                  "attribute when its projection is above 0, as in the paper, or above the middle "
                  "of the two means, which the mean training code places. No labels of the faces "
                  "were given: the truth is the side of the threshold that a face's true code "
                  "lies on, so this tests the decoder, not what people see, and true codes would "
                  "be right by construction. p (≥) is the chance of at least as many right "
                  "answers, one half each, and p (>) of more, as the paper prints; intervals of "
                  "shares hold %2 % (Clopper and Pearson). Where few faces have the attribute, or "
                  "few have not, guessing scores more than one half: the balanced accuracy and the "
                  "area under the curve allow for that. The area under the ROC curve (AUC) is "
                  "the chance that a face with the attribute projects higher than one without, "
                  "and needs no threshold, which noise can push all faces across; its p counts "
                  "the ways to deal the labels out to the faces, its interval is a bootstrap over "
                  "faces with and without (BCa). p (FDR) is corrected for %3 attributes "
                  "(Benjamini and Hochberg), for each axis and region by itself.");
    return text.arg(readings.axesFrom)
        .arg(100 * evaluation.level)
        .arg(readings.attributes().size());
}

const std::vector<std::string>& facesOf(const evaluate::SubjectEvaluation& subject,
                                        const std::string& model)
{
    return std::ranges::find(subject.recognitions, model, &evaluate::Recognition::model)
        ->decoded.names;
}

void addFigures(const evaluate::SubjectEvaluation& subject, const AttributeReadings& readings,
                Section& section)
{
    const AttributeReading& first = readings.readings.front();
    const std::vector<std::string>& faces = facesOf(subject, readings.model);
    section.figures.push_back({readings.model + "_first_at_zero",
                               attributeAccuracyFigure(subject.subject, readings, first,
                                                       &RegionReading::atZero, section.widthMm)});
    section.figures.push_back({readings.model + "_first_at_middle",
                               attributeAccuracyFigure(subject.subject, readings, first,
                                                       &RegionReading::atMiddle, section.widthMm)});
    section.figures.push_back(
        {readings.model + "_first_projections",
         attributeProjectionFigure(subject.subject, readings, first, faces, section.widthMm)});
    section.figures.push_back(
        {readings.model + "_all", attributeAreaFigure(subject.subject, readings, section.widthMm)});
    section.tables.push_back(projectionTable(readings, first, faces));
}

} // namespace

void tellAttributes(const evaluate::SubjectEvaluation& subject,
                    const evaluate::Evaluation& evaluation, Section& section)
{
    section.json = Json::array();
    Table first = firstTable();
    Table all = emptyTable();
    for (const AttributeReadings& readings : subject.attributes) {
        if (!readings.whyNone.english().empty())
            section.missing.push_back(readings.whyNone);
        if (readings.isLabelled && readings.named < readings.faces)
            section.missing.push_back(
                FUSIFORM_TR("core", "%1: the table of labels names %2 of %3 faces.")
                    .arg(readings.model)
                    .arg(readings.named)
                    .arg(readings.faces));
        if (!readings.unlabelled.empty())
            section.missing.push_back(
                FUSIFORM_TR("core", "%1: the table of labels has no column for %2 of its axes.")
                    .arg(readings.model)
                    .arg(readings.unlabelled.size()));
        if (readings.readings.empty())
            continue;
        section.method = methodOf(readings, evaluation);
        addFigures(subject, readings, section);
        for (const AttributeReading& reading : readings.readings) {
            addRows(all, readings, reading);
            if (reading.attribute == readings.readings.front().attribute)
                addFirstRows(first, readings, reading);
        }
        section.json.push_back(describe(readings));
    }
    if (all.rows.empty())
        return;
    section.tables.insert(section.tables.begin(), std::move(first));
    section.tables.push_back(std::move(all));
}

} // namespace fusiform::results

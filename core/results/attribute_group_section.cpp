// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_scores.h"
#include "core/results/analyses.h"
#include "core/results/attributes_section.h"
#include "core/results/friedman_parts.h"
#include "core/results/json_parts.h"

#include <limits>

namespace fusiform::results {

namespace {

using evaluate::AxisKind;
using evaluate::GroupAttribute;
using evaluate::PooledReading;
using evaluate::Threshold;

std::string thresholdKey(Threshold threshold)
{
    return threshold == Threshold::Zero ? "zero" : "middle";
}

constexpr double kCountsMm = 170; // where counts have room below the bars

bool hasTest(const GroupAttribute& group) { return !group.compared.empty(); }

/// Bars of all subjects, a dot for each (paper, Fig. 6b).
report::Figure pooledFigure(const GroupAttribute& group, double widthMm)
{
    report::ScorePlot plot;
    plot.title = (group.threshold == Threshold::Zero
                      ? FUSIFORM_TR("core", "%1: %2 or not, threshold at 0, per cent right")
                      : FUSIFORM_TR("core", "%1: %2 or not, threshold in the middle, per cent "
                                            "right"))
                     .arg(group.model)
                     .arg(group.attribute);
    plot.shares = group.shares;
    plot.subjects = group.subjects;
    for (const PooledReading& region : group.regions) {
        plot.conditions.push_back(report::plain(region.region));
        const std::string p = pText(region.test.tails.atLeast);
        plot.notes.push_back(widthMm < kCountsMm ? FUSIFORM_TR("core", "p = %1").arg(p)
                                                 : FUSIFORM_TR("core", "%1 of %2, p = %3")
                                                       .arg(region.right)
                                                       .arg(region.faces)
                                                       .arg(p));
    }
    if (group.isLabelled) {
        plot.conditions.push_back(FUSIFORM_TR("core", "true codes (ceiling)"));
        plot.notes.push_back(report::plain(""));
        plot.shares.conservativeResize(Eigen::NoChange, plot.shares.cols() + 1);
        plot.shares.rightCols(1) = group.ceilings;
    }
    return report::scoreFigure(plot, widthMm);
}

Table pooledTable(const std::vector<GroupAttribute>& groups)
{
    Table table{"attributes",
                FUSIFORM_TR("core", "Attributes of the faces of all subjects (chance 50 %)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"axis", FUSIFORM_TR("core", "Axis"), Kind::Name},
                 {"threshold", FUSIFORM_TR("core", "Threshold"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"subjects", FUSIFORM_TR("core", "Subjects"), Kind::Count},
                 {"right", FUSIFORM_TR("core", "Right"), Kind::Count},
                 {"faces", FUSIFORM_TR("core", "Faces"), Kind::Count},
                 {"accuracy", FUSIFORM_TR("core", "Accuracy"), Kind::Share},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
                 {"p", FUSIFORM_TR("core", "p (≥)"), Kind::P},
                 {"p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P},
                 {"p_fdr", FUSIFORM_TR("core", "p (FDR)"), Kind::P},
                 {"ceiling", FUSIFORM_TR("core", "Ceiling"), Kind::Share}},
                {}};
    for (const GroupAttribute& group : groups)
        for (const PooledReading& region : group.regions)
            table.rows.push_back(
                {group.model, group.attribute, axisKey(group.axis), thresholdKey(group.threshold),
                 region.region, static_cast<double>(group.subjects.size()),
                 static_cast<double>(region.right), static_cast<double>(region.faces),
                 region.test.share, region.test.interval.low, region.test.interval.high,
                 region.test.tails.atLeast, region.test.tails.more, region.adjusted,
                 group.isLabelled ? group.ceilings.mean()
                                  : std::numeric_limits<double>::quiet_NaN()});
    return table;
}

/// Of a figure's subjects, one number each.
Table subjectTable(const std::vector<GroupAttribute>& groups)
{
    Table table{"attribute_subjects",
                FUSIFORM_TR("core", "The first attribute of each subject's faces"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"threshold", FUSIFORM_TR("core", "Threshold"), Kind::Name},
                 {"subject", FUSIFORM_TR("core", "Subject"), Kind::Name},
                 {"region", FUSIFORM_TR("core", "Region"), Kind::Name},
                 {"accuracy", FUSIFORM_TR("core", "Accuracy"), Kind::Share}},
                {}};
    for (const GroupAttribute& group : groups)
        for (Eigen::Index s = 0; s < group.shares.rows(); ++s) {
            const auto add = [&](const std::string& region, double share) {
                table.rows.push_back({group.model, group.attribute, thresholdKey(group.threshold),
                                      group.subjects[static_cast<std::size_t>(s)], region, share});
            };
            for (std::size_t r = 0; r < group.regions.size(); ++r)
                add(group.regions[r].region, group.shares(s, static_cast<Eigen::Index>(r)));
            if (group.isLabelled)
                add("true codes", group.ceilings[s]);
        }
    return table;
}

Table testTable(const std::vector<GroupAttribute>& groups)
{
    Table table{"attribute_friedman",
                FUSIFORM_TR("core", "Do regions differ? Friedman's test over subjects"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"axis", FUSIFORM_TR("core", "Axis"), Kind::Name},
                 {"threshold", FUSIFORM_TR("core", "Threshold"), Kind::Name}},
                {}};
    addFriedmanColumns(table);
    for (const GroupAttribute& group : groups)
        if (hasTest(group)) {
            table.rows.push_back(
                {group.model, group.attribute, axisKey(group.axis), thresholdKey(group.threshold)});
            addFriedmanCells(table.rows.back(), group.friedman);
        }
    return table;
}

Table pairTable(const std::vector<GroupAttribute>& groups)
{
    Table table{"attribute_post_hoc",
                FUSIFORM_TR("core", "The first attribute: which regions differ? Mean ranks, two at "
                                    "a time"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"attribute", FUSIFORM_TR("core", "Attribute"), Kind::Name},
                 {"axis", FUSIFORM_TR("core", "Axis"), Kind::Name},
                 {"threshold", FUSIFORM_TR("core", "Threshold"), Kind::Name}},
                {}};
    addPairColumns(table);
    for (const GroupAttribute& group : groups)
        addPairRows(
            table,
            {group.model, group.attribute, axisKey(group.axis), thresholdKey(group.threshold)},
            group.compared, group.postHoc);
    return table;
}

Json describe(const GroupAttribute& group)
{
    Json regions = Json::array();
    for (std::size_t r = 0; r < group.regions.size(); ++r) {
        const PooledReading& region = group.regions[r];
        const Eigen::VectorXd shares = group.shares.col(static_cast<Eigen::Index>(r));
        Json one = jsonOf(region.test.tails);
        one["region"] = region.region;
        one["right"] = region.right;
        one["n_faces"] = region.faces;
        one["accuracy"] = region.test.share;
        one["interval"] = jsonOf(region.test.interval);
        one["chance"] = 0.5;
        one["p_two_sided"] = region.test.twoSided;
        one["p_fdr"] = finite(region.adjusted);
        one["of_subjects"] = std::vector<double>(shares.begin(), shares.end());
        regions.push_back(std::move(one));
    }
    Json json = {{"model", group.model},
                 {"attribute", group.attribute},
                 {"axis", axisKey(group.axis)},
                 {"threshold", thresholdKey(group.threshold)},
                 {"truth", group.isLabelled ? "labels" : "side of the true code"},
                 {"subjects", group.subjects},
                 {"regions", std::move(regions)}};
    if (group.isLabelled)
        json["ceilings"] = std::vector<double>(group.ceilings.begin(), group.ceilings.end());
    if (!hasTest(group))
        return json;
    Json& test = json["friedman"];
    test = {{"conditions", group.compared}, {"pairs", jsonOfPairs(group.compared, group.postHoc)}};
    addFriedman(test, group.friedman);
    return json;
}

/// Those of the first attribute of each model along the axis that the paper takes.
std::vector<GroupAttribute> firstOnes(const std::vector<GroupAttribute>& groups)
{
    std::vector<GroupAttribute> first;
    for (const GroupAttribute& group : groups) {
        const bool isNewModel = first.empty() || first.back().model != group.model;
        if (group.axis == AxisKind::MeanDifference
            && (isNewModel || first.back().attribute == group.attribute))
            first.push_back(group);
    }
    return first;
}

} // namespace

void tellAttributesOverSubjects(const evaluate::Evaluation& evaluation, Section& section)
{
    const std::vector<GroupAttribute>& groups = evaluation.attributes;
    if (groups.empty())
        return;
    section.method = FUSIFORM_TR(
        "core",
        "The right answers of all subjects are added and tested against one half each (binomial; "
        "intervals by Clopper and Pearson), as the paper does; that takes the faces for "
        "independent and says nothing of other subjects. p (FDR) is corrected for the number of "
        "attributes (Benjamini and Hochberg), for each axis, threshold and region by itself. "
        "Regions are compared by Friedman's test of the subjects' scores, corrected for ties, and "
        "two at a time on mean ranks by Tukey's studentized range and by Bonferroni; with few "
        "subjects only the exact p of Friedman's test keeps its level. The ceiling is the mean "
        "score of the subjects' true codes.");
    const std::vector<GroupAttribute> first = firstOnes(groups);
    for (const GroupAttribute& group : first)
        section.figures.push_back({group.model + "_first_at_" + thresholdKey(group.threshold),
                                   pooledFigure(group, section.widthMm)});
    section.tables.push_back(subjectTable(first));
    for (Table table : {pairTable(first), testTable(groups), pooledTable(groups)})
        if (!table.rows.empty())
            section.tables.push_back(std::move(table));
    section.json = Json::array();
    for (const GroupAttribute& group : groups)
        section.json.push_back(describe(group));
}

} // namespace fusiform::results

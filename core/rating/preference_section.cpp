// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/preference_section.h"

#include "core/report/plots_rows.h"
#include "core/results/json_parts.h"

#include <algorithm>
#include <filesystem>

namespace fusiform::rating {

namespace {

using results::Cell;
using results::finite;
using results::Kind;
using results::Table;

constexpr double kNarrowMm = 120; ///< of a figure: rows have no room for p
constexpr std::size_t kMostRows = 40; ///< of a figure; the table has them all

double number(long value) { return static_cast<double>(value); }

std::vector<results::Column> choiceColumns(std::vector<results::Column> columns)
{
    for (const results::Column& column :
         {results::Column{"chosen", FUSIFORM_TR("core", "Chosen"), Kind::Count},
          results::Column{"ratings", FUSIFORM_TR("core", "of"), Kind::Count},
          results::Column{"share", FUSIFORM_TR("core", "Share"), Kind::Share},
          results::Column{"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
          results::Column{"interval_high", FUSIFORM_TR("core", "to"), Kind::Share},
          results::Column{"p_two_sided", FUSIFORM_TR("core", "p (two-sided)"), Kind::P}})
        columns.push_back(column);
    return columns;
}

std::vector<Cell> choiceCells(std::vector<Cell> cells, const Choices& choices)
{
    for (const double value :
         {number(choices.chosen), number(choices.of), choices.test.share, choices.test.interval.low,
          choices.test.interval.high, choices.test.twoSided})
        cells.emplace_back(value);
    return cells;
}

/// A line of the first table and of the first figure.
struct Line {
    std::string key; ///< in files
    Text name;
    const Choices* choices;
    bool startsGroup = false;
};

std::vector<Line> linesOf(const Preference& preference)
{
    const std::string& first = preference.models[0];
    std::vector<Line> lines = {{"all", FUSIFORM_TR("core", "All ratings"), &preference.all}};
    if (preference.subjects.size() > 1)
        for (const Choices& subject : preference.subjects)
            lines.push_back({subject.name, report::plain(subject.name), &subject,
                             &subject == &preference.subjects.front()});
    lines.push_back({"first_left", FUSIFORM_TR("core", "%1 on the left").arg(first),
                     &preference.orders[0], true});
    lines.push_back(
        {"first_right", FUSIFORM_TR("core", "%1 on the right").arg(first), &preference.orders[1]});
    return lines;
}

Table mainTable(const Preference& preference)
{
    Table table{"preference",
                FUSIFORM_TR("core", "How often %1 was chosen rather than %2 (chance 50 %)")
                    .arg(preference.models[0])
                    .arg(preference.models[1]),
                choiceColumns({{"of_what", FUSIFORM_TR("core", "Ratings"), Kind::Name}}),
                {}};
    table.columns.push_back({"p", FUSIFORM_TR("core", "p (≥)"), Kind::P});
    table.columns.push_back({"p_strict", FUSIFORM_TR("core", "p (>)"), Kind::P});
    const auto add = [&](const Text& name, const Choices& choices) {
        std::vector<Cell>& row = table.rows.emplace_back(choiceCells({name.english()}, choices));
        row.emplace_back(choices.test.tails.atLeast);
        row.emplace_back(choices.test.tails.more);
    };
    for (const Line& line : linesOf(preference))
        add(line.name, *line.choices);
    add(FUSIFORM_TR("core", "Without choices within 0.3 s"), preference.unhurried);
    return table;
}

Table intervalTable(const Preference& preference)
{
    Table table{"preference_intervals",
                FUSIFORM_TR("core", "The share of all ratings, and what it could as well be"),
                {{"interval", FUSIFORM_TR("core", "Interval"), Kind::Name},
                 {"drawn", FUSIFORM_TR("core", "Drawn"), Kind::Count},
                 {"share", FUSIFORM_TR("core", "Share"), Kind::Share},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share}},
                {}};
    const auto add = [&](const Text& name, double drawn, const stats::Interval& interval) {
        table.rows.push_back(
            {name.english(), drawn, preference.all.test.share, interval.low, interval.high});
    };
    const auto faces
        = std::ranges::count_if(preference.faces, [](const Choices& one) { return one.of > 0; });
    add(FUSIFORM_TR("core", "Clopper and Pearson: ratings independent"), number(preference.all.of),
        preference.all.test.interval);
    add(FUSIFORM_TR("core", "Bootstrap over raters"), preference.standing.raters,
        preference.overRaters.interval);
    add(FUSIFORM_TR("core", "Bootstrap over faces"), static_cast<double>(faces),
        preference.overFaces.interval);
    return table;
}

Table sideTable(const Preference& preference)
{
    Table table{"preference_side",
                FUSIFORM_TR("core", "How often the left picture was chosen, whatever it was "
                                    "(chance 50 %)"),
                choiceColumns({{"of_what", FUSIFORM_TR("core", "Ratings"), Kind::Name}}),
                {}};
    table.rows.push_back(
        choiceCells({FUSIFORM_TR("core", "All ratings").english()}, preference.left));
    return table;
}

Table faceTable(const Preference& preference)
{
    Table table{"preference_faces",
                FUSIFORM_TR("core", "How often %1 was chosen, by face").arg(preference.models[0]),
                choiceColumns({{"face", FUSIFORM_TR("core", "Face"), Kind::Name}}),
                {}};
    for (const Choices& face : preference.faces)
        table.rows.push_back(choiceCells({face.name}, face));
    return table;
}

Table raterTable(const Preference& preference)
{
    Table table{"preference_raters",
                FUSIFORM_TR("core", "How often %1 was chosen, by rater").arg(preference.models[0]),
                choiceColumns({{"rater", FUSIFORM_TR("core", "Rater"), Kind::Name}}),
                {}};
    for (const results::Column& column :
         {results::Column{"left_share", FUSIFORM_TR("core", "Left chosen"), Kind::Share},
          results::Column{"median_seconds", FUSIFORM_TR("core", "Median s"), Kind::Number},
          results::Column{"fast", FUSIFORM_TR("core", "Within 0.3 s"), Kind::Count},
          results::Column{"practised", FUSIFORM_TR("core", "Practised"), Kind::Count},
          results::Column{"practised_right", FUSIFORM_TR("core", "right"), Kind::Count}})
        table.columns.push_back(column);
    for (const RaterChoices& rater : preference.raters) {
        std::vector<Cell>& row
            = table.rows.emplace_back(choiceCells({rater.choices.name}, rater.choices));
        const double left = number(rater.left) / number(rater.choices.of);
        for (const double value : {left, rater.medianSeconds, number(rater.fast),
                                   number(rater.practised), number(rater.practisedRight)})
            row.emplace_back(value);
    }
    return table;
}

Table quotaTable(const PlanRecord& record, const Preference& preference)
{
    Table table{
        "preference_quotas",
        FUSIFORM_TR("core", "Ratings of every pair, each by another rater"),
        {{"subject", FUSIFORM_TR("core", "Subject"), Kind::Name},
         {"face", FUSIFORM_TR("core", "Face"), Kind::Name},
         {"chosen", FUSIFORM_TR("core", "Chosen"), Kind::Count},
         {"ratings", FUSIFORM_TR("core", "of"), Kind::Count},
         {"first_left", FUSIFORM_TR("core", "%1 left").arg(preference.models[0]), Kind::Count},
         {"first_right", FUSIFORM_TR("core", "%1 right").arg(preference.models[0]), Kind::Count},
         {"lacking", FUSIFORM_TR("core", "Lacking"), Kind::Count}},
        {}};
    for (std::size_t p = 0; p < record.plan.pairs.size(); ++p) {
        const PairStanding& pair = preference.standing.pairs[p];
        table.rows.push_back({record.plan.pairs[p].subject, record.plan.pairs[p].face,
                              number(preference.pairs[p].chosen), number(pair.ratings),
                              number(pair.byOrder[0]), number(pair.byOrder[1]),
                              number(pair.lacking)});
    }
    return table;
}

report::PlotRow rowOf(const Text& name, const Choices& choices, double widthMm)
{
    report::PlotRow row;
    row.name = name;
    row.value = 100 * choices.test.share;
    row.interval = {100 * choices.test.interval.low, 100 * choices.test.interval.high};
    const std::string count = std::to_string(choices.chosen) + "/" + std::to_string(choices.of);
    const std::string p = "p = " + results::pText(choices.test.twoSided);
    row.note = report::plain(widthMm < kNarrowMm ? count : count + ", " + p);
    return row;
}

/// A face is called by its file.
std::string shortName(const std::string& face)
{
    return std::filesystem::path(face).stem().string();
}

/// Bars from chance towards whichever model was preferred.
report::RowPlot emptyPlot()
{
    report::RowPlot plot;
    plot.base = 50;
    plot.low = 0;
    plot.high = 100;
    plot.reference = 50;
    plot.referenceName = FUSIFORM_TR("core", "chance 50 %");
    return plot;
}

/// The share of all ratings with another of its intervals.
report::PlotRow carefulRow(const Text& name, const Preference& preference,
                           const stats::Interval& interval)
{
    report::PlotRow row;
    row.name = name;
    row.value = 100 * preference.all.test.share;
    row.interval = {100 * interval.low, 100 * interval.high};
    return row;
}

report::Figure mainFigure(const Preference& preference, double widthMm)
{
    report::RowPlot plot = emptyPlot();
    plot.title = FUSIFORM_TR("core", "How often %1 was chosen").arg(preference.models[0]);
    plot.axis = FUSIFORM_TR("core", "%1 chosen, per cent of ratings").arg(preference.models[0]);
    for (const Line& line : linesOf(preference)) {
        plot.rows.push_back(rowOf(line.name, *line.choices, widthMm));
        plot.rows.back().startsGroup = line.startsGroup;
        if (line.choices != &preference.all)
            continue;
        plot.rows.push_back(carefulRow(FUSIFORM_TR("core", "bootstrap over raters"), preference,
                                       preference.overRaters.interval));
        plot.rows.push_back(carefulRow(FUSIFORM_TR("core", "bootstrap over faces"), preference,
                                       preference.overFaces.interval));
    }
    return report::rowFigure(plot, widthMm);
}

report::Figure namedFigure(const Text& title, const std::string& model,
                           const std::vector<const Choices*>& all, double widthMm)
{
    report::RowPlot plot = emptyPlot();
    plot.title = title;
    // Of the rows that say p, which a narrow figure does not.
    plot.axis
        = widthMm < kNarrowMm
              ? FUSIFORM_TR("core", "%1 chosen, per cent of ratings").arg(model)
              : FUSIFORM_TR("core", "%1 chosen, per cent of ratings (p uncorrected)").arg(model);
    for (const Choices* const one : all)
        plot.rows.push_back(rowOf(report::plain(shortName(one->name)), *one, widthMm));
    return report::rowFigure(plot, widthMm);
}

void addFigures(const Preference& preference, results::Section& section)
{
    const std::string& first = preference.models[0];
    section.figures.push_back({"shares", mainFigure(preference, section.widthMm)});
    std::vector<const Choices*> faces;
    for (const Choices& face : preference.faces)
        faces.push_back(&face);
    std::vector<const Choices*> raters;
    for (const RaterChoices& rater : preference.raters)
        if (rater.choices.of > 0) // else there was practice only
            raters.push_back(&rater.choices);
    if (faces.size() <= kMostRows)
        section.figures.push_back(
            {"faces",
             namedFigure(FUSIFORM_TR("core", "By face: how often %1 was chosen").arg(first), first,
                         faces, section.widthMm)});
    if (raters.size() <= kMostRows)
        section.figures.push_back(
            {"raters",
             namedFigure(FUSIFORM_TR("core", "By rater: how often %1 was chosen").arg(first), first,
                         raters, section.widthMm)});
}

Json jsonOf(const Choices& choices)
{
    Json json = Json::object();
    if (!choices.name.empty())
        json["name"] = choices.name;
    json["chosen"] = choices.chosen;
    json["ratings"] = choices.of;
    json["share"] = finite(choices.test.share);
    json["interval"] = results::jsonOf(choices.test.interval);
    json["p"] = finite(choices.test.tails.atLeast);
    json["p_strict"] = finite(choices.test.tails.more);
    json["p_two_sided"] = finite(choices.test.twoSided);
    return json;
}

Json jsonOf(const RaterChoices& rater)
{
    Json json = jsonOf(rater.choices);
    json["left"] = rater.left;
    json["fast"] = rater.fast;
    json["median_seconds"] = finite(rater.medianSeconds);
    json["practised"] = rater.practised;
    json["practised_right"] = rater.practisedRight;
    return json;
}

Json jsonOf(const PlanRecord& record, const Preference& preference)
{
    Json json = {{"complete", preference.isComplete()},
                 {"models", preference.models},
                 {"preferred_share_of", preference.models[0]},
                 {"region", record.region},
                 {"chance", 0.5},
                 {"level", preference.level},
                 {"all", jsonOf(preference.all)},
                 {"interval_over_raters", results::jsonOf(preference.overRaters.interval)},
                 {"interval_over_faces", results::jsonOf(preference.overFaces.interval)},
                 {"first_left", jsonOf(preference.orders[0])},
                 {"first_right", jsonOf(preference.orders[1])},
                 {"left_chosen", jsonOf(preference.left)},
                 {"without_fast", jsonOf(preference.unhurried)}};
    for (const auto& [key, all] :
         {std::pair{"subjects", &preference.subjects}, std::pair{"faces", &preference.faces}})
        for (const Choices& one : *all)
            json[key].push_back(jsonOf(one));
    json["raters"] = Json::array();
    for (const RaterChoices& rater : preference.raters)
        json["raters"].push_back(jsonOf(rater));
    json["lacking"] = preference.standing.lacking;
    json["sittings_needed"] = preference.standing.sittingsNeeded;
    const Quotas& quotas = record.plan.quotas;
    json["quotas"] = {{"ratings_a_pair", quotas.ratings},
                      {"raters", quotas.raters},
                      {"raters_in_each_order", quotas.eachOrder}};
    return json;
}

Text methodOf(const PlanRecord& record, const Preference& preference)
{
    const Quotas& quotas = record.plan.quotas;
    return FUSIFORM_TR(
               "core",
               "Raters saw a face and below it the same face as %1 and as %2 read it from the "
               "region "
               "%3, and chose the one more like the original, without knowing which was which. "
               "Each "
               "of %4 pairs is to be rated %5 times, by at least %6 raters, at least %7 of them "
               "with "
               "either model on the left; a rater sees a pair once. Choices are tested against 50 "
               "% "
               "(binomial): p (≥) is the chance of as many or more for %1, p (>) of more; the two-"
               "sided p, which figures say, of anything as unlikely. Intervals hold %8 %, by "
               "Clopper "
               "and Pearson; these and the p values take ratings for independent, as the paper "
               "does. "
               "The bootstrap (BCa) draws whole raters, or whole faces, and does not. Single "
               "subjects, faces and raters are not corrected for their number. Practice never "
               "counts; choices within 0.3 s count and are told apart.")
        .arg(preference.models[0])
        .arg(preference.models[1])
        .arg(record.region)
        .arg(record.plan.pairs.size())
        .arg(quotas.ratings)
        .arg(quotas.raters)
        .arg(quotas.eachOrder)
        .arg(100 * preference.level);
}

} // namespace

results::Section preferenceSection(const PlanRecord& plan, const Preference& preference,
                                   double widthMm)
{
    results::Section section;
    section.key = "preference";
    section.widthMm = widthMm;
    if (preference.subjects.size() == 1)
        section.subject = preference.subjects.front().name;
    section.title = FUSIFORM_TR("core", "Preference of raters");
    section.method = methodOf(plan, preference);
    if (!preference.isComplete())
        section.missing.push_back(
            FUSIFORM_TR("core", "Incomplete: %1 ratings by %2 raters so far; at least %3 ratings "
                                "are lacking, in at least %4 sittings.")
                .arg(preference.standing.ratings)
                .arg(preference.standing.raters)
                .arg(preference.standing.lacking)
                .arg(preference.standing.sittingsNeeded));
    section.json = jsonOf(plan, preference);
    if (preference.all.of > 0) {
        addFigures(preference, section);
        section.tables = {mainTable(preference), intervalTable(preference), sideTable(preference),
                          faceTable(preference), raterTable(preference)};
    }
    section.tables.push_back(quotaTable(plan, preference));
    return section;
}

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/preference_tables.h"

#include "core/report/figure.h"

#include <algorithm>

namespace fusiform::rating {

namespace {

using results::Cell;
using results::Kind;
using results::Table;

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
    for (const PreferenceLine& line : preferenceLines(preference))
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
} // namespace

std::vector<PreferenceLine> preferenceLines(const Preference& preference)
{
    const std::string& first = preference.models[0];
    std::vector<PreferenceLine> lines = {{FUSIFORM_TR("core", "All ratings"), &preference.all}};
    if (preference.subjects.size() > 1)
        for (const Choices& subject : preference.subjects)
            lines.push_back(
                {report::plain(subject.name), &subject, &subject == &preference.subjects.front()});
    lines.push_back(
        {FUSIFORM_TR("core", "%1 on the left").arg(first), &preference.orders[0], true});
    lines.push_back({FUSIFORM_TR("core", "%1 on the right").arg(first), &preference.orders[1]});
    return lines;
}

std::vector<Table> preferenceTables(const PlanRecord& plan, const Preference& preference)
{
    std::vector<Table> tables;
    if (preference.all.of > 0)
        tables = {mainTable(preference), intervalTable(preference), sideTable(preference),
                  faceTable(preference), raterTable(preference)};
    tables.push_back(quotaTable(plan, preference));
    return tables;
}

} // namespace fusiform::rating

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/preference_section.h"

#include "core/rating/preference_tables.h"
#include "core/report/plots_rows.h"
#include "core/results/json_parts.h"

#include <cmath>
#include <filesystem>

namespace fusiform::rating {

namespace {

using results::finite;

constexpr double kNarrowMm = 120; ///< of a figure: rows have no room for p
constexpr std::size_t kMostRows = 40; ///< of a figure; the table has them all

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
    if (std::isfinite(interval.low))
        row.interval = {100 * interval.low, 100 * interval.high};
    else if (preference.all.of < kFewestForIntervals)
        row.note = FUSIFORM_TR("core", "too few ratings");
    return row;
}

report::Figure mainFigure(const Preference& preference, double widthMm)
{
    report::RowPlot plot = emptyPlot();
    plot.title = FUSIFORM_TR("core", "How often %1 was chosen").arg(preference.models[0]);
    plot.axis = FUSIFORM_TR("core", "%1 chosen, per cent of ratings").arg(preference.models[0]);
    for (const PreferenceLine& line : preferenceLines(preference)) {
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
            FUSIFORM_TR("core", "Incomplete. Ratings so far: %1, raters: %2. Lacking: at least %3 "
                                "ratings, sittings: at least %4.")
                .arg(preference.standing.ratings)
                .arg(preference.standing.raters)
                .arg(preference.standing.lacking)
                .arg(preference.standing.sittingsNeeded));
    section.json = jsonOf(plan, preference);
    if (preference.all.of > 0)
        addFigures(preference, section);
    section.tables = preferenceTables(plan, preference);
    return section;
}

} // namespace fusiform::rating

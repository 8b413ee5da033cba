// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_rows.h"
#include "core/results/analyses.h"
#include "core/results/json_parts.h"

namespace fusiform::results {

namespace {

using evaluate::VariancePartition;

/// Which of the three regions a part is of, in the order of the parts.
constexpr std::array<std::array<bool, 3>, 7> kMembers = {{{true, false, false},
                                                          {false, true, false},
                                                          {false, false, true},
                                                          {true, true, false},
                                                          {true, false, true},
                                                          {false, true, true},
                                                          {true, true, true}}};
constexpr std::array kPartKeys = {"a", "b", "c", "ab", "ac", "bc", "abc"};

std::string regionsOf(const VariancePartition& one, std::size_t part)
{
    std::string names;
    for (std::size_t r = 0; r < 3; ++r)
        if (kMembers[part][r])
            names += (names.empty() ? "" : " + ") + one.regions[r];
    return names;
}

report::Figure partsFigure(const std::string& subject, const VariancePartition& one, double widthMm)
{
    report::RowPlot plot;
    plot.title = FUSIFORM_TR("core", "%1, %2: what regions explain of the true codes")
                     .arg(subject)
                     .arg(one.model);
    plot.axis = FUSIFORM_TR("core", "variance explained (R²), per cent; below 0: suppression");
    plot.decimals = 2;
    const auto inPercent = [](const stats::Interval& interval) {
        return stats::Interval{100 * interval.low, 100 * interval.high};
    };
    for (std::size_t part = 0; part < one.parts.size(); ++part) {
        report::PlotRow row;
        const std::string names = regionsOf(one, part);
        row.name = part < 3 ? FUSIFORM_TR("core", "only %1").arg(names)
                            : FUSIFORM_TR("core", "shared: %1").arg(names);
        row.value = 100 * one.parts[part].estimate;
        row.interval = inPercent(one.parts[part].interval);
        row.ink = part < 3 ? report::Ink::First : report::Ink::Second;
        row.startsGroup = part == 3;
        plot.rows.push_back(std::move(row));
    }
    report::PlotRow all;
    all.name = FUSIFORM_TR("core", "all three together");
    all.value = 100 * one.explained.abc;
    all.ink = report::Ink::Third;
    all.startsGroup = true;
    plot.rows.push_back(std::move(all));
    return report::rowFigure(plot, widthMm);
}

Json describe(const VariancePartition& one)
{
    const stats::RegionsExplained& r = one.explained;
    Json json = {{"model", one.model},
                 {"regions", one.regions},
                 {"r_squared",
                  {{"a", finite(r.a)},
                   {"b", finite(r.b)},
                   {"c", finite(r.c)},
                   {"ab", finite(r.ab)},
                   {"ac", finite(r.ac)},
                   {"bc", finite(r.bc)},
                   {"abc", finite(r.abc)}}},
                 {"parts", Json::object()},
                 {"n_faces", one.faces},
                 {"n_numbers", one.numbers}};
    for (std::size_t part = 0; part < one.parts.size(); ++part)
        json["parts"][kPartKeys[part]] = {{"estimate", finite(one.parts[part].estimate)},
                                          {"interval", jsonOf(one.parts[part].interval)}};
    return json;
}

} // namespace

void tellVariance(const evaluate::SubjectEvaluation& subject,
                  const evaluate::Evaluation& evaluation, Section& section)
{
    if (subject.variance.empty())
        return;
    const VariancePartition& first = subject.variance.front();
    section.method
        = FUSIFORM_TR(
              "core",
              "The true codes of %1 faces (%2 numbers, in training standard deviations from the "
              "training mean, pooled) are regressed with an intercept on the codes read from %3 "
              "(A), %4 (B) and %5 (C), alone and in every combination. What all three explain "
              "falls "
              "into seven parts (commonality analysis); a shared part may be negative, which is "
              "suppression, and is shown. Intervals hold %6 %, by bootstrap over faces (BCa). Not "
              "corrected for the number of parts.")
              .arg(static_cast<long long>(first.faces))
              .arg(static_cast<long long>(first.numbers))
              .arg(first.regions[0])
              .arg(first.regions[1])
              .arg(first.regions[2])
              .arg(100 * evaluation.level);
    Table table{"variance_partition",
                FUSIFORM_TR("core", "Variance of the true codes that regions explain (chance 0)"),
                {{"model", FUSIFORM_TR("core", "Face model"), Kind::Name},
                 {"part", FUSIFORM_TR("core", "Part"), Kind::Name},
                 {"regions", FUSIFORM_TR("core", "Regions"), Kind::Name},
                 {"r_squared", FUSIFORM_TR("core", "R²"), Kind::Share},
                 {"interval_low", FUSIFORM_TR("core", "from"), Kind::Share},
                 {"interval_high", FUSIFORM_TR("core", "to"), Kind::Share}},
                {}};
    section.json = Json::array();
    for (const VariancePartition& one : subject.variance) {
        section.figures.push_back({one.model, partsFigure(subject.subject, one, section.widthMm)});
        for (std::size_t part = 0; part < one.parts.size(); ++part)
            table.rows.push_back({one.model, std::string(kPartKeys[part]), regionsOf(one, part),
                                  one.parts[part].estimate, one.parts[part].interval.low,
                                  one.parts[part].interval.high});
        section.json.push_back(describe(one));
    }
    section.tables.push_back(std::move(table));
}

} // namespace fusiform::results

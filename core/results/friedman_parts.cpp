// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/friedman_parts.h"

#include "core/results/json_parts.h"

#include <limits>

namespace fusiform::results {

void addFriedmanColumns(Table& table)
{
    for (Column& column :
         std::vector<Column>{{"statistic", FUSIFORM_TR("core", "χ²"), Kind::Number},
                             {"df", FUSIFORM_TR("core", "df"), Kind::Count},
                             {"p", FUSIFORM_TR("core", "p (asymptotic)"), Kind::P},
                             {"p_exact", FUSIFORM_TR("core", "p (exact)"), Kind::P},
                             {"kendalls_w", FUSIFORM_TR("core", "Kendall's W"), Kind::Number}})
        table.columns.push_back(std::move(column));
}

void addFriedmanCells(std::vector<Cell>& row, const stats::Friedman& test)
{
    for (const double value :
         {test.statistic, static_cast<double>(test.df), test.p,
          test.exact.value_or(std::numeric_limits<double>::quiet_NaN()), test.kendallsW})
        row.emplace_back(value);
}

void addFriedman(Json& json, const stats::Friedman& test)
{
    json["statistic"] = finite(test.statistic);
    json["df"] = test.df;
    json["p"] = finite(test.p);
    json["p_exact"] = test.exact ? Json(*test.exact) : Json(nullptr);
    json["kendalls_w"] = finite(test.kendallsW);
}

void addPairColumns(Table& table)
{
    for (Column& column : std::vector<Column>{
             {"first", FUSIFORM_TR("core", "First"), Kind::Name},
             {"second", FUSIFORM_TR("core", "Second"), Kind::Name},
             {"difference", FUSIFORM_TR("core", "Difference of mean ranks"), Kind::Number},
             {"p_tukey", FUSIFORM_TR("core", "p (Tukey)"), Kind::P},
             {"p_bonferroni", FUSIFORM_TR("core", "p (Bonferroni)"), Kind::P}})
        table.columns.push_back(std::move(column));
}

void addPairRows(Table& table, const std::vector<Cell>& beginning,
                 const std::vector<std::string>& conditions, const stats::PostHoc& postHoc)
{
    for (const stats::PairOfConditions& pair : postHoc.pairs) {
        std::vector<Cell>& row = table.rows.emplace_back(beginning);
        row.emplace_back(conditions[static_cast<std::size_t>(pair.first)]);
        row.emplace_back(conditions[static_cast<std::size_t>(pair.second)]);
        for (const double value : {pair.difference, pair.tukey, pair.bonferroni})
            row.emplace_back(value);
    }
}

Json jsonOfPairs(const std::vector<std::string>& conditions, const stats::PostHoc& postHoc)
{
    Json pairs = Json::array();
    for (const stats::PairOfConditions& pair : postHoc.pairs)
        pairs.push_back({{"first", conditions[static_cast<std::size_t>(pair.first)]},
                         {"second", conditions[static_cast<std::size_t>(pair.second)]},
                         {"difference", pair.difference},
                         {"p_tukey", finite(pair.tukey)},
                         {"p_bonferroni", finite(pair.bonferroni)}});
    return pairs;
}

} // namespace fusiform::results

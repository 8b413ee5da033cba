// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/table.h"
#include "core/stats/friedman.h"
#include "core/stats/post_hoc.h"
#include "core/util/json.h"

namespace fusiform::results {

// Friedman's test and what follows it, told alike wherever conditions are compared over subjects.

/// Statistic, degrees of freedom, both p and Kendall's W, after the columns that say what it is of.
void addFriedmanColumns(Table& table);
void addFriedmanCells(std::vector<Cell>& row, const stats::Friedman& test);
void addFriedman(Json& json, const stats::Friedman& test);

/// Two conditions, the difference of their mean ranks and both p.
void addPairColumns(Table& table);
/// A row a pair. @param beginning of each: what the test is of
void addPairRows(Table& table, const std::vector<Cell>& beginning,
                 const std::vector<std::string>& conditions, const stats::PostHoc& postHoc);
[[nodiscard]] Json jsonOfPairs(const std::vector<std::string>& conditions,
                               const stats::PostHoc& postHoc);

} // namespace fusiform::results

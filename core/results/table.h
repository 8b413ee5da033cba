// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <string>
#include <variant>
#include <vector>

namespace fusiform::results {

/// How a number is shown to a person; files have all its digits.
enum class Kind {
    Name, ///< a text
    Count, ///< 380
    Share, ///< 0.913 is "91.3 %"
    P, ///< "0.0114", "1.9e-12"
    Number, ///< three significant digits
};

struct Column {
    std::string key; ///< in files: "p_strict"
    Text title; ///< for a person
    Kind kind = Kind::Name;
};

/// A NaN is what could not be told: "n/a".
using Cell = std::variant<std::string, double>;

/// Numbers that belong together: a table of a page, a file of its own, a table of the window.
struct Table {
    std::string name; ///< of the file, without ending: "recognition"
    Text title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

/// Whether it has more rows than a page of a report should: pages then show where it is.
[[nodiscard]] bool isLong(const Table& table);
[[nodiscard]] std::string shown(const Cell& cell, Kind kind);
/// "0.0114", or a power of ten where it is small; "n/a" for NaN.
[[nodiscard]] std::string pText(double p);
[[nodiscard]] std::string percent(double share);
[[nodiscard]] std::string tsvOf(const Table& table);
[[nodiscard]] std::string htmlOf(const Table& table);

} // namespace fusiform::results

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/table.h"

#include "core/report/figure.h"
#include "core/util/escaped_xml.h"
#include "core/util/tsv.h"

#include <cmath>

namespace fusiform::results {

using report::fixedNumber;

std::string percent(double share)
{
    return std::isfinite(share) ? fixedNumber(100 * share, 1) + " %" : "n/a";
}

std::string pText(double p)
{
    if (!std::isfinite(p))
        return "n/a";
    if (p >= 0.001)
        return fixedNumber(p, 4);
    if (p <= 0)
        return "0";
    double power = std::floor(std::log10(p));
    if (p / std::pow(10.0, power) >= 9.95) // is rounded to 10.0
        ++power;
    return fixedNumber(p / std::pow(10.0, power), 1) + "e" + fixedNumber(power, 0);
}

bool isLong(const Table& table)
{
    constexpr std::size_t kRowsOfAPage = 60;
    return table.rows.size() > kRowsOfAPage;
}

std::string shown(const Cell& cell, Kind kind)
{
    if (const auto* const text = std::get_if<std::string>(&cell))
        return *text;
    const double value = std::get<double>(cell);
    if (std::isnan(value))
        return "n/a";
    switch (kind) {
    case Kind::Count: return report::groupedNumber(std::llround(value));
    case Kind::Share: return percent(value);
    case Kind::P: return pText(value);
    case Kind::Name:
    case Kind::Number: break;
    }
    return report::shortNumber(value);
}

std::string tsvOf(const Table& table)
{
    Tsv tsv;
    for (const Column& column : table.columns)
        tsv.columns.push_back(column.key);
    for (const std::vector<Cell>& row : table.rows) {
        std::vector<std::string>& texts = tsv.rows.emplace_back();
        for (const Cell& cell : row) {
            if (const auto* const text = std::get_if<std::string>(&cell))
                texts.push_back(*text);
            else
                texts.push_back(std::isnan(std::get<double>(cell))
                                    ? "n/a"
                                    : numberText(std::get<double>(cell)));
        }
    }
    return tsvText(tsv);
}

namespace {

std::string tableHtml(const Table& table)
{
    std::string text
        = "<table>\n<caption>" + escapedXml(table.title.english()) + "</caption>\n<thead><tr>";
    const auto cell = [](const char* tag, Kind kind, const std::string& content) {
        return std::string("<") + tag + (kind == Kind::Name ? " class=\"name\">" : ">")
               + escapedXml(content) + "</" + tag + ">";
    };
    for (const Column& column : table.columns)
        text += cell("th", column.kind, column.title.english());
    text += "</tr></thead>\n<tbody>\n";
    for (const std::vector<Cell>& row : table.rows) {
        text += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c)
            text += cell("td", table.columns[c].kind, shown(row[c], table.columns[c].kind));
        text += "</tr>\n";
    }
    return text + "</tbody></table>\n";
}

} // namespace

std::string htmlOf(const Table& table)
{
    // What fills pages is opened by who wants it.
    if (isLong(table))
        return "<details>\n<summary>" + escapedXml(table.title.english()) + " ("
               + report::groupedNumber(std::ssize(table.rows)) + " rows)</summary>\n"
               + tableHtml(table) + "</details>\n";
    return tableHtml(table);
}

} // namespace fusiform::results

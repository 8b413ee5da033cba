// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/tsv.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/joined.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fusiform {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n\v\f";
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::vector<std::string> splitText(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<double> numberFrom(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Tsv parseTsv(std::string_view text, const std::filesystem::path& source)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos)
        throw badData(source, FUSIFORM_TR("core", "a table of text"),
                      FUSIFORM_TR("core", "binary content"));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    if (trimmed(text).empty())
        throw badData(source, FUSIFORM_TR("core", "a line with column names"),
                      FUSIFORM_TR("core", "an empty file"));

    Tsv table{source, {}, {}};
    std::size_t line = 0;
    while (!text.empty()) {
        ++line;
        const auto end = text.find('\n');
        std::string_view content = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (content.ends_with('\r'))
            content.remove_suffix(1);
        std::vector<std::string> cells = splitText(content, '\t');
        if (line == 1) {
            table.columns = std::move(cells);
            continue;
        }
        if (cells.size() != table.columns.size())
            throw badData(
                source,
                FUSIFORM_TR("core", "%1 cells in line %2").arg(table.columns.size()).arg(line),
                FUSIFORM_TR("core", "%1").arg(cells.size()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Tsv readTsv(const std::filesystem::path& file) { return parseTsv(readTextFile(file), file); }

std::string tsvText(const Tsv& table)
{
    std::string text;
    const auto addLine = [&text](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            (text += i > 0 ? "\t" : "") += cells[i];
        text += '\n';
    };
    addLine(table.columns);
    for (const auto& row : table.rows)
        addLine(row);
    return text;
}

std::optional<std::size_t> Tsv::column(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(columns, lowerCase(name), lowerCase);
        if (found != columns.end())
            return static_cast<std::size_t>(found - columns.begin());
    }
    return std::nullopt;
}

std::size_t Tsv::requiredColumn(std::initializer_list<std::string_view> names) const
{
    if (const auto found = column(names))
        return *found;
    throw badData(file, FUSIFORM_TR("core", "a column called %1").arg(*names.begin()),
                  FUSIFORM_TR("core", "the columns %1").arg(joined(columns)));
}

double Tsv::number(std::size_t row, std::size_t column) const
{
    const std::string& cell = rows[row][column];
    const std::optional<double> value = numberFrom(cell);
    if (value && std::isfinite(*value))
        return *value;
    throw badData(
        file,
        FUSIFORM_TR("core", "a number in line %1, column %2").arg(row + 2).arg(columns[column]),
        FUSIFORM_TR("core", "\"%1\"").arg(cell));
}

std::optional<double> Tsv::optionalNumber(std::size_t row, std::size_t column) const
{
    const std::string cell = lowerCase(rows[row][column]);
    if (cell.empty() || cell == "n/a" || cell == "nan")
        return std::nullopt;
    return number(row, column);
}

} // namespace fusiform

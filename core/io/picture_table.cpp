// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_table.h"

#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/joined.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <sstream>

namespace fusiform::io {

namespace {

/// @param line counted from one
void addRow(PictureTable& table, const std::string& picture, std::vector<std::string> cells,
            std::size_t line)
{
    const std::string name = std::filesystem::path(picture).filename().string();
    if (!table.rows.emplace(name, std::move(cells)).second)
        throw badData(table.file, FUSIFORM_TR("core", "every picture once"),
                      FUSIFORM_TR("core", "%1 again in line %2").arg(name).arg(line));
    table.lines.emplace(name, line);
}

void checkColumns(const PictureTable& table)
{
    std::vector<std::string> sorted = table.columns;
    std::ranges::sort(sorted);
    const auto twice = std::ranges::adjacent_find(sorted);
    if (twice != sorted.end())
        throw badData(table.file, FUSIFORM_TR("core", "names of columns that differ"),
                      FUSIFORM_TR("core", "%1 twice").arg(*twice));
}

PictureTable fromTsv(const std::filesystem::path& file)
{
    const Tsv tsv = readTsv(file);
    if (tsv.columns.size() < 2 || tsv.rows.empty())
        throw badData(file, FUSIFORM_TR("core", "a column of pictures, others, and rows"),
                      FUSIFORM_TR("core", "%1 columns, %2 rows")
                          .arg(tsv.columns.size())
                          .arg(tsv.rows.size()));
    PictureTable table{file, {tsv.columns.begin() + 1, tsv.columns.end()}, {}};
    for (std::size_t row = 0; row < tsv.rows.size(); ++row)
        addRow(table, tsv.rows[row].front(), {tsv.rows[row].begin() + 1, tsv.rows[row].end()},
               row + 2);
    return table;
}

/// Takes the last word off the end of `text`.
std::string takeLastWord(std::string_view& text)
{
    const std::size_t blank = text.find_last_of(" \t");
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    const std::string word(text.substr(begin));
    text = trimmed(text.substr(0, begin));
    return word;
}

/// The values are counted from the end: a name may have blanks.
void addListRow(PictureTable& table, std::string_view line, std::size_t number)
{
    std::vector<std::string> cells(table.columns.size());
    for (std::size_t i = cells.size(); i-- > 0;)
        cells[i] = takeLastWord(line);
    if (!isPictureName(line))
        throw badData(table.file,
                      FUSIFORM_TR("core", "the name of a JPEG or PNG picture and %1 values in "
                                          "line %2")
                          .arg(cells.size())
                          .arg(number),
                      FUSIFORM_TR("core", "another number of them"));
    addRow(table, std::string(line), std::move(cells), number);
}

PictureTable fromList(const std::filesystem::path& file)
{
    std::istringstream lines(readTextFile(file));
    std::string line;
    std::getline(lines, line);
    if (!numberFrom(trimmed(line)))
        throw badData(file,
                      FUSIFORM_TR("core", "the number of pictures in the first line, as CelebA's "
                                          "lists have it, or a table (.tsv)"),
                      trimmed(line).empty() ? FUSIFORM_TR("core", "an empty line")
                                            : FUSIFORM_TR("core", "something else"));
    std::getline(lines, line);
    PictureTable table{file, {}, {}};
    std::istringstream names(line);
    for (std::string name; names >> name;)
        table.columns.push_back(name);
    for (std::size_t number = 3; std::getline(lines, line); ++number)
        if (!trimmed(line).empty())
            addListRow(table, trimmed(line), number);
    if (table.columns.empty() || table.rows.empty())
        throw badData(file, FUSIFORM_TR("core", "names of columns, and rows of pictures"),
                      FUSIFORM_TR("core", "%1 columns, %2 rows")
                          .arg(table.columns.size())
                          .arg(table.rows.size()));
    return table;
}

} // namespace

std::size_t PictureTable::column(std::initializer_list<std::string_view> names) const
{
    const auto found = std::ranges::find_if(columns, [&](const std::string& column) {
        return std::ranges::find(names, lowerCase(column)) != names.end();
    });
    if (found != columns.end())
        return static_cast<std::size_t>(found - columns.begin());
    throw badData(file, FUSIFORM_TR("core", "a column %1").arg(*names.begin()),
                  FUSIFORM_TR("core", "the columns %1").arg(joined(columns)));
}

PictureTable readPictureTable(const std::filesystem::path& file)
{
    PictureTable table
        = lowerCase(file.extension().string()) == ".tsv" ? fromTsv(file) : fromList(file);
    checkColumns(table);
    return table;
}

} // namespace fusiform::io

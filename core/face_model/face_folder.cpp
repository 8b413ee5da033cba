// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_folder.h"

#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <sstream>

namespace fusiform::face_model {

std::vector<std::filesystem::path> pictureFiles(const std::filesystem::path& folder)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        throw badData(folder, FUSIFORM_TR("core", "a folder of pictures"),
                      FUSIFORM_TR("core", "no folder of that name"));
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string extension = lowerCase(entry.path().extension().string());
        if (entry.is_regular_file(error)
            && (extension == ".jpg" || extension == ".jpeg" || extension == ".png"))
            files.push_back(entry.path());
    }
    if (files.empty())
        throw badData(folder, FUSIFORM_TR("core", "JPEG or PNG pictures"),
                      FUSIFORM_TR("core", "none"));
    std::ranges::sort(files);
    return files;
}

std::size_t AttributeTable::column(const std::string& name) const
{
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    std::string all;
    for (const std::string& known : names)
        (all += all.empty() ? "" : ", ") += known;
    throw usage(
        FUSIFORM_TR("core", "There is no attribute called %1; there are %2.").arg(name).arg(all));
}

namespace {

/// 1 and 0 or -1, yes and no; an empty cell and n/a are not known.
std::int8_t valueOf(const std::string& cell, const std::filesystem::path& file, std::size_t row)
{
    const std::string word = lowerCase(trimmed(cell));
    if (word == "1" || word == "yes" || word == "true")
        return 1;
    if (word == "0" || word == "-1" || word == "no" || word == "false")
        return -1;
    if (word.empty() || word == "n/a")
        return 0;
    throw badData(file, FUSIFORM_TR("core", "1, 0, -1 or n/a in row %1").arg(row + 1),
                  FUSIFORM_TR("core", "%1").arg(cell));
}

AttributeTable fromTable(const Tsv& tsv, const std::filesystem::path& file)
{
    AttributeTable table;
    if (tsv.columns.size() < 2 || tsv.rows.empty())
        throw badData(file, FUSIFORM_TR("core", "a column of pictures and columns of attributes"),
                      FUSIFORM_TR("core", "%1 columns, %2 rows")
                          .arg(tsv.columns.size())
                          .arg(tsv.rows.size()));
    table.names.assign(tsv.columns.begin() + 1, tsv.columns.end());
    for (std::size_t row = 0; row < tsv.rows.size(); ++row) {
        const std::filesystem::path picture = tsv.rows[row].front();
        std::vector<std::int8_t>& values = table.values[picture.filename().string()];
        values.clear();
        for (std::size_t column = 1; column < tsv.columns.size(); ++column)
            values.push_back(valueOf(tsv.rows[row][column], file, row));
    }
    return table;
}

} // namespace

AttributeTable readAttributes(const std::filesystem::path& file)
{
    if (lowerCase(file.extension().string()) == ".tsv")
        return fromTable(readTsv(file), file);
    std::istringstream lines(readTextFile(file));
    std::string line;
    AttributeTable table;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        std::string word;
        if (number == 1 || trimmed(line).empty())
            continue; // the first line counts the pictures
        if (number == 2) {
            while (words >> word)
                table.names.push_back(word);
            continue;
        }
        words >> word;
        std::vector<std::int8_t>& values
            = table.values[std::filesystem::path(word).filename().string()];
        values.clear();
        int value = 0;
        while (words >> value)
            values.push_back(value > 0 ? 1 : -1);
        if (!words.eof() || values.size() != table.names.size())
            throw badData(file,
                          FUSIFORM_TR("core", "a name and %1 numbers in line %2")
                              .arg(table.names.size())
                              .arg(number),
                          FUSIFORM_TR("core", "%1 numbers").arg(values.size()));
    }
    if (table.values.empty())
        throw badData(file, FUSIFORM_TR("core", "a list of attributes"),
                      FUSIFORM_TR("core", "no picture in it"));
    return table;
}

} // namespace fusiform::face_model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_folder.h"

#include "core/io/picture_file.h"
#include "core/io/picture_table.h"
#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/tsv.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

/// Also a link to nowhere, as a data set has for what was not downloaded: whoever reads it is told.
bool mayBePicture(const std::filesystem::directory_entry& entry)
{
    std::error_code error;
    return entry.is_regular_file(error) || (entry.is_symlink(error) && !entry.exists(error));
}

} // namespace

std::vector<std::filesystem::path> pictureFiles(const std::filesystem::path& folder)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        throw badData(folder, FUSIFORM_TR("core", "a folder of pictures"),
                      FUSIFORM_TR("core", "no folder of that name"));
    std::vector<std::filesystem::path> files;
    std::filesystem::directory_iterator entries(folder, error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error))
        if (io::isPictureName(entries->path()) && mayBePicture(*entries))
            files.push_back(entries->path());
    if (error)
        throw systemFailure(folder, error.value());
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
    throw usage(FUSIFORM_TR("core", "There is no attribute called %1; there are %2.")
                    .arg(name)
                    .arg(joined(names)));
}

namespace {

/// 1 and 0 or -1, yes and no; an empty cell and n/a are not known; none: something else.
std::optional<std::int8_t> valueOf(const std::string& cell)
{
    const std::string word = lowerCase(trimmed(cell));
    if (word == "1" || word == "yes" || word == "true")
        return 1;
    if (word == "0" || word == "-1" || word == "no" || word == "false")
        return -1;
    if (word.empty() || word == "n/a")
        return 0;
    return std::nullopt;
}

} // namespace

AttributeTable readAttributes(const std::filesystem::path& file)
{
    const io::PictureTable list = io::readPictureTable(file);
    AttributeTable table{list.columns, {}};
    for (const auto& [picture, cells] : list.rows) {
        std::vector<std::int8_t>& values = table.values[picture];
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::optional<std::int8_t> value = valueOf(cells[c]);
            if (!value)
                throw badData(file,
                              FUSIFORM_TR("core", "1, 0, -1 or n/a in line %1, column %2, for %3")
                                  .arg(list.lines.at(picture))
                                  .arg(list.columns[c])
                                  .arg(picture),
                              FUSIFORM_TR("core", "\"%1\"").arg(cells[c]));
            values.push_back(*value);
        }
    }
    return table;
}

std::optional<Text> listingGaps(const AttributeTable& table, const std::filesystem::path& list,
                                std::span<const std::filesystem::path> files)
{
    std::size_t listed = 0;
    for (const std::filesystem::path& file : files)
        listed += table.values.count(file.filename().string());
    if (listed == files.size() && listed == table.values.size())
        return {};
    return FUSIFORM_TR("core", "%1: %2 of %3 pictures are not listed in it, and %4 of its %5 rows "
                               "are of pictures that are not here.")
        .arg(list.string())
        .arg(files.size() - listed)
        .arg(files.size())
        .arg(table.values.size() - listed)
        .arg(table.values.size());
}

} // namespace fusiform::face_model

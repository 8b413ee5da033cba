// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/eye_positions.h"

#include "core/io/picture_table.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <array>
#include <cmath>
#include <optional>

namespace fusiform::io {

namespace {

/// Columns of left x, left y, right x, right y.
using EyeColumns = std::array<std::size_t, 4>;

bool isUnknown(const std::string& cell) { return cell.empty() || lowerCase(cell) == "n/a"; }

std::optional<image::Eyes> eyesIn(const PictureTable& table, const std::string& picture,
                                  const std::vector<std::string>& cells, const EyeColumns& columns)
{
    std::array<double, 4> places = {};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string& cell = cells[columns[i]];
        if (isUnknown(cell))
            return {};
        const std::optional<double> number = numberFrom(cell);
        if (!number || !std::isfinite(*number))
            throw badData(table.file,
                          FUSIFORM_TR("core", "numbers for the eyes of %1").arg(picture),
                          FUSIFORM_TR("core", "\"%1\"").arg(cell));
        places[i] = *number;
    }
    return image::Eyes{{places[0], places[1]}, {places[2], places[3]}};
}

} // namespace

EyePositions readEyePositions(const std::filesystem::path& file)
{
    const PictureTable table = readPictureTable(file);
    const EyeColumns columns
        = {table.column({"left_x", "lefteye_x"}), table.column({"left_y", "lefteye_y"}),
           table.column({"right_x", "righteye_x"}), table.column({"right_y", "righteye_y"})};
    EyePositions positions{file, {}};
    for (const auto& [picture, cells] : table.rows)
        if (const auto eyes = eyesIn(table, picture, cells, columns))
            positions.eyes[picture] = *eyes;
    return positions;
}

} // namespace fusiform::io

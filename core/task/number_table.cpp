// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/number_table.h"

#include "core/util/error.h"
#include "core/util/tsv.h"

namespace fusiform::task {

NumberTable readNumberTable(const std::filesystem::path& file)
{
    const Tsv tsv = readTsv(file);
    if (tsv.columns.empty() || tsv.rows.empty())
        throw badData(file, FUSIFORM_TR("core", "a table of numbers"),
                      FUSIFORM_TR("core", "no rows"));
    const bool hasNames = tsv.columns.size() > 1 && !numberFrom(tsv.rows.front().front());
    const std::size_t first = hasNames ? 1 : 0;
    NumberTable table;
    table.columns.assign(tsv.columns.begin() + static_cast<std::ptrdiff_t>(first),
                         tsv.columns.end());
    table.values.resize(static_cast<Eigen::Index>(tsv.rows.size()),
                        static_cast<Eigen::Index>(table.columns.size()));
    for (Eigen::Index row = 0; row < table.values.rows(); ++row)
        for (Eigen::Index column = 0; column < table.values.cols(); ++column)
            table.values(row, column) = tsv.number(static_cast<std::size_t>(row),
                                                   static_cast<std::size_t>(column) + first);
    return table;
}

} // namespace fusiform::task

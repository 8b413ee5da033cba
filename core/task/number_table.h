// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::task {

/// A table of numbers with the names of its columns.
struct NumberTable {
    std::vector<std::string> columns;
    Eigen::MatrixXd values; ///< rows x columns
};

/// A TSV whose cells are all numbers; a first column whose cells are not is taken for names of rows
/// and left out. @throws Error{BadData} naming line and column
[[nodiscard]] NumberTable readNumberTable(const std::filesystem::path& file);

} // namespace fusiform::task

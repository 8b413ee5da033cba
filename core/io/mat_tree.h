// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/mat5.h"

#include <functional>
#include <map>
#include <string_view>

namespace fusiform::io {

/// A value of a MATLAB file with everything inside it: structs and cells hold further values.
struct MatNode {
    std::string type; ///< as in MatVariable
    std::vector<std::int64_t> shape;
    /// First index fastest. Empty for what is complex or sparse, and for what was not wanted.
    std::vector<double> numbers;
    std::vector<std::string> rows; ///< of a char array, as UTF-8, without blanks at their ends
    std::vector<MatNode> cells;
    /// Of structs and objects: for every element of the array one value, in MATLAB's order.
    std::map<std::string, std::vector<MatNode>, std::less<>> fields;

    /// The value at "xX.name": of arrays of structs that of the first element. Null if there is
    /// none.
    [[nodiscard]] const MatNode* find(std::string_view path) const;
    /// Every element's value of a field; empty if there is no such field.
    [[nodiscard]] std::span<const MatNode> elements(std::string_view field) const;
    /// The first row of text, or nothing.
    [[nodiscard]] std::string text() const;
    /// The texts of a cell array; of a char array its rows.
    [[nodiscard]] std::vector<std::string> texts() const;
};

/// Whether to read what is at a path: "" is the variable, "xX.name" a field of a field; elements of
/// arrays and cells share the path of the array. What is not wanted keeps its class and shape.
using WantsMatNode = std::function<bool(std::string_view path)>;

/// Reads a variable of a file of version 5 or 7.3.
/// @throws Error{BadData} if the file is damaged, has no variable of that name, or holds more than
/// 64 million numbers or a million values that are wanted.
[[nodiscard]] MatNode readMatTree(const std::filesystem::path& file, const std::string& name,
                                  const WantsMatNode& wants);

/// What a tree may still grow by: a hostile file of a few bytes can ask for anything.
class MatTreeBudget {
public:
    explicit MatTreeBudget(std::filesystem::path file) : m_file(std::move(file)) { }
    /// @throws Error{BadData}
    void spend(std::uint64_t values, std::uint64_t numbers, int depth);

private:
    std::filesystem::path m_file;
    std::uint64_t m_values = 0;
    std::uint64_t m_numbers = 0;
};
/// Elements of an array of that shape; huge, not wrong, where the product overflows.
[[nodiscard]] std::uint64_t matElements(std::span<const std::int64_t> shape);
/// The rows of a char array of that shape. @param codes UTF-16, first index fastest.
[[nodiscard]] std::vector<std::string> matRows(std::span<const std::int64_t> shape,
                                               std::span<const double> codes);

// The two readers behind readMatTree.
[[nodiscard]] MatNode readMat5Tree(const std::filesystem::path& file, const std::string& name,
                                   const WantsMatNode& wants);
[[nodiscard]] MatNode readMat73Tree(const std::filesystem::path& file, const std::string& name,
                                    const WantsMatNode& wants);

} // namespace fusiform::io

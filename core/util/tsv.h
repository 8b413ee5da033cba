// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform {

/// A table of text cells, as BIDS stores them: tabs between cells, the first line names the
/// columns. Blanks around a cell are dropped (ds001761's localizer labels carry them); case is
/// kept.
struct Tsv {
    std::filesystem::path file; ///< for messages
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< each as long as `columns`

    /// The column called one of `names` (case does not matter), or nothing.
    [[nodiscard]] std::optional<std::size_t>
    column(std::initializer_list<std::string_view> names) const;
    /// @throws Error{BadData} naming the file and the columns it has.
    [[nodiscard]] std::size_t requiredColumn(std::initializer_list<std::string_view> names) const;
    /// @throws Error{BadData} naming file, line and column unless the cell is a finite number in
    /// the C locale.
    [[nodiscard]] double number(std::size_t row, std::size_t column) const;
    /// As number(), but "n/a" and an empty cell are nothing.
    [[nodiscard]] std::optional<double> optionalNumber(std::size_t row, std::size_t column) const;
};

/// Accepts LF and CRLF, a byte order mark, and a missing final newline; skips empty lines at the
/// end.
/// @throws Error{BadData} naming the line if a row has more or fewer cells than there are columns.
[[nodiscard]] Tsv readTsv(const std::filesystem::path& file);
[[nodiscard]] Tsv parseTsv(std::string_view text, const std::filesystem::path& source);
[[nodiscard]] std::string tsvText(const Tsv& table);

[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);
[[nodiscard]] std::vector<std::string> splitText(std::string_view text, char separator);
/// The whole of `text` as a number in the C locale, or nothing.
[[nodiscard]] std::optional<double> numberFrom(std::string_view text);

} // namespace fusiform

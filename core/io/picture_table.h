// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fusiform::io {

/// What a list says of pictures, as text.
struct PictureTable {
    std::filesystem::path file; ///< for messages
    std::vector<std::string> columns; ///< without that of the pictures; no name comes twice
    std::map<std::string, std::vector<std::string>> rows; ///< by base name of the picture
    std::map<std::string, std::size_t> lines = {}; ///< of the file, from one, likewise

    /// @throws Error{BadData} naming the file and the columns it has
    [[nodiscard]] std::size_t column(std::initializer_list<std::string_view> names) const;
};

/// Reads the form of CelebA's lists: a count, a line of names, then a picture and its values a
/// line, between blanks (a picture's name may have some too); or a .tsv whose first column is the
/// picture.
/// @throws Error{BadData} naming file and line, also where a picture or a column comes twice.
[[nodiscard]] PictureTable readPictureTable(const std::filesystem::path& file);

} // namespace fusiform::io

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// The JPEG and PNG files directly in a folder, sorted by name.
/// @throws Error{BadData} if there is no such folder or no picture in it.
[[nodiscard]] std::vector<std::filesystem::path> pictureFiles(const std::filesystem::path& folder);

/// Which pictures show what: 1 with the attribute, -1 without, 0 not known.
struct AttributeTable {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::int8_t>> values; ///< by base name of the picture

    /// @throws Error{Usage} naming the attributes there are.
    [[nodiscard]] std::size_t column(const std::string& name) const;
};

/// Reads CelebA's list_attr format: a count, a line of names, then a picture and its values a line;
/// or a .tsv whose first column is the picture and every other an attribute (1, and 0 or -1).
/// @throws Error{BadData} naming file and line.
[[nodiscard]] AttributeTable readAttributes(const std::filesystem::path& file);

} // namespace fusiform::face_model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// The files directly in a folder that are called as JPEG and PNG are, sorted by name.
/// @throws Error{BadData} if there is no such folder or no picture in it.
[[nodiscard]] std::vector<std::filesystem::path> pictureFiles(const std::filesystem::path& folder);

/// Which pictures show what: 1 with the attribute, -1 without, 0 not known.
struct AttributeTable {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::int8_t>> values; ///< by base name of the picture

    /// @throws Error{Usage} naming the attributes there are.
    [[nodiscard]] std::size_t column(const std::string& name) const;
};

/// Reads a list of CelebA's form or a .tsv (io/picture_table.h): 1, and 0 or -1; n/a is not known.
/// @throws Error{BadData} naming file and picture
[[nodiscard]] AttributeTable readAttributes(const std::filesystem::path& file);
/// What does not go together in a list and the pictures it is used with, counted; nothing if all
/// does. @param list the file, for the message
[[nodiscard]] std::optional<Text> listingGaps(const AttributeTable& table,
                                              const std::filesystem::path& list,
                                              std::span<const std::filesystem::path> files);

} // namespace fusiform::face_model

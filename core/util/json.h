// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace fusiform {

/// JSON with keys in the order they were added. Include <nlohmann/json.hpp> where one is taken
/// apart.
using Json = nlohmann::ordered_json;

/// @throws Error{BadData} naming the file and the place if it is not JSON, Error{Failure} if
/// unreadable.
[[nodiscard]] Json readJson(const std::filesystem::path& file);
/// @throws Error{BadData} naming `source` and the place.
[[nodiscard]] Json parseJson(std::string_view text, const std::filesystem::path& source);
/// Indented by two blanks, with a final newline. NaN and infinities become null.
[[nodiscard]] std::string jsonText(const Json& json);
/// Writes beside, then renames.
void writeJson(const std::filesystem::path& file, const Json& json);

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/command.h"
#include "core/util/json.h"

namespace fusiform::journal {

/// {"kind": "paint", ...}; runs are one list: voxels skipped, voxels taken, skipped, taken, ...
[[nodiscard]] Json commandJson(const Command& command);
/// @param shape of the grid that its regions are on
/// @throws Json::exception where a field is absent or of another kind, Error{BadData} without a
/// file where a number is impossible; the reader of the line says where.
[[nodiscard]] Command commandFrom(const Json& json, const std::array<image::Index, 3>& shape);

[[nodiscard]] Json documentJson(const Document& document);
/// @throws as commandFrom.
[[nodiscard]] Document documentFrom(const Json& json);

/// A whole number from 0 to `most`. @throws as commandFrom.
[[nodiscard]] std::int64_t wholeNumber(const Json& json, std::int64_t most);

} // namespace fusiform::journal

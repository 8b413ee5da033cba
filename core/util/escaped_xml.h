// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace fusiform {

/// & < > " as entities; control characters, which XML has no place for, are dropped.
[[nodiscard]] std::string escapedXml(std::string_view text);

} // namespace fusiform

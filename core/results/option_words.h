// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <string_view>

namespace fusiform::results {

/// What an option or a count of a fit is, in a few words; empty where there are none, as for what
/// another version of the program wrote.
[[nodiscard]] Text wordsOfOption(std::string_view name);
[[nodiscard]] Text wordsOfCount(std::string_view name);

} // namespace fusiform::results

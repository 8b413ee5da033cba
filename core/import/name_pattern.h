// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fusiform::import {

/// What a name has where a pattern leaves room.
struct NameMatch {
    std::string text; ///< at the pattern's last "*"
    std::optional<long> number; ///< at its "#"
};

/// Compares a whole name with a pattern: "*" is any text, "?" any letter, "#" a number as long as
/// it can be; upper and lower case are alike, blanks do not count.
[[nodiscard]] std::optional<NameMatch> matchName(std::string_view name, std::string_view pattern);

/// "latent12" becomes "latent#": names that differ only in their numbers become one.
[[nodiscard]] std::string withoutNumbers(std::string_view name);

} // namespace fusiform::import

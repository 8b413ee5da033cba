// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/help/program_page.h"

#include <optional>
#include <string>
#include <string_view>

namespace fusiform::help {

/// A manual page in man(7), of section 1.
/// @param date  of the page, as 2026-11-29
[[nodiscard]] std::string manPage(const Program& program, const std::string& date);

[[nodiscard]] std::string bashCompletion(const Program& program);
[[nodiscard]] std::string zshCompletion(const Program& program);
[[nodiscard]] std::string fishCompletion(const Program& program);

/// The completion for "bash", "zsh" or "fish"; nothing for other shells.
[[nodiscard]] std::optional<std::string> completion(const Program& program, std::string_view shell);

/// SOURCE_DATE_EPOCH as a day, or today: a package built twice has the same pages.
[[nodiscard]] std::string pageDate();

} // namespace fusiform::help

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/help/program_page.h"

#include <string>
#include <string_view>
#include <vector>

namespace fusiform::help {

/// What the three shells share. Names of options and choices need no quotes in any of them.
[[nodiscard]] std::string joinedWords(const std::vector<std::string>& words, const char* between);
[[nodiscard]] std::vector<std::string> optionNames(const Command& command);
[[nodiscard]] std::vector<std::string> subcommandNames(const Program& program);
/// What a shell says of one name of an option: --no-x of the option --x does not do what its help
/// says.
[[nodiscard]] std::string helpOfName(const Option& option, const std::string& name);
/// "_fusiform_cli" of "fusiform-cli".
[[nodiscard]] std::string functionName(std::string name);
/// Each of `letters` in `text` gets a backslash.
[[nodiscard]] std::string backslashed(std::string_view text, std::string_view letters);

} // namespace fusiform::help

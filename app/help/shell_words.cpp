// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/shell_words.h"

#include <algorithm>

namespace fusiform::help {

std::string joinedWords(const std::vector<std::string>& words, const char* between)
{
    std::string result;
    for (const std::string& word : words)
        result += (result.empty() ? "" : between) + word;
    return result;
}

std::vector<std::string> optionNames(const Command& command)
{
    std::vector<std::string> names;
    for (const Option& option : command.options)
        names.insert(names.end(), option.names.begin(), option.names.end());
    return names;
}

std::vector<std::string> subcommandNames(const Program& program)
{
    std::vector<std::string> names;
    for (const Command& command : program.subcommands)
        names.push_back(command.name);
    return names;
}

std::string helpOfName(const Option& option, const std::string& name)
{
    const bool isNegation
        = name.starts_with("--no-")
          && std::ranges::find(option.names, "--" + name.substr(5)) != option.names.end();
    return (isNegation ? "Not: " : "") + option.help;
}

std::string functionName(std::string name)
{
    std::ranges::replace(name, '-', '_');
    return '_' + name;
}

std::string backslashed(std::string_view text, std::string_view letters)
{
    std::string result;
    for (const char letter : text) {
        if (letters.find(letter) != std::string_view::npos)
            result += '\\';
        result += letter;
    }
    return result;
}

} // namespace fusiform::help

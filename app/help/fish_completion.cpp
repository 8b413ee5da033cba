// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/shell_words.h"
#include "app/help/writers.h"

#include <map>

namespace fusiform::help {

namespace {

std::string fishQuoted(const std::string& text) { return '\'' + backslashed(text, "'\\") + '\''; }

/// One line for all names that have the same help.
std::string fishOption(const std::string& start, const Option& option)
{
    std::map<std::string, std::string> namesOfHelp;
    for (const std::string& name : option.names)
        namesOfHelp[helpOfName(option, name)]
            += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    std::string values;
    if (option.value == Value::Choice)
        values = " -x -a " + fishQuoted(joinedWords(option.choices, " "));
    else if (option.value == Value::File)
        values = " -r -F";
    else if (option.value == Value::Text)
        values = " -x";
    std::string text;
    for (const auto& [help, names] : namesOfHelp)
        text += start + names + values + " -d " + fishQuoted(help) + "\n";
    return text;
}

std::string fishCommand(const std::string& start, const Command& command)
{
    std::string text;
    for (const Option& option : command.options)
        text += fishOption(start, option);
    for (const Argument& argument : command.arguments)
        if (!argument.choices.empty())
            text += start + " -a " + fishQuoted(joinedWords(argument.choices, " ")) + "\n";
    return text;
}

} // namespace

std::string fishCompletion(const Program& program)
{
    const std::string start = "complete -c " + program.itself.name;
    std::string text = "# Written by " + program.itself.name + " --completion fish\n";
    if (program.subcommands.empty())
        return text + fishCommand(start, program.itself);
    const std::string atFirst = start + " -n __fish_use_subcommand";
    text += fishCommand(atFirst, program.itself);
    for (const Command& command : program.subcommands)
        text += atFirst + " -f -a " + command.name + " -d " + fishQuoted(command.summary) + "\n";
    for (const Command& command : program.subcommands)
        text += fishCommand(start + " -n '__fish_seen_subcommand_from " + command.name + "'",
                            command);
    return text;
}

} // namespace fusiform::help

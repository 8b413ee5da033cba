// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/shell_words.h"
#include "app/help/writers.h"

namespace fusiform::help {

namespace {

/// A word in single quotes.
std::string quoted(const std::string& text)
{
    std::string result = "'";
    for (const char letter : text)
        result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return result + '\'';
}

std::string action(Value value, const std::vector<std::string>& choices)
{
    if (!choices.empty())
        return '(' + joinedWords(choices, " ") + ')';
    return value == Value::File ? "_files" : " ";
}

/// What _arguments calls an optspec, one for each name; names of one option exclude each other.
std::string optionSpecs(const Option& option)
{
    std::string text;
    for (const std::string& name : option.names) {
        std::string spec = option.value == Value::None ? '(' + joinedWords(option.names, " ") + ')'
                                                       : std::string("*");
        spec += name;
        if (option.value != Value::None && name.starts_with("--"))
            spec += '=';
        spec += '[' + backslashed(helpOfName(option, name), "[]:\\") + ']';
        if (option.value != Value::None)
            spec += ":value:" + action(option.value, option.choices);
        text += " \\\n            " + quoted(spec);
    }
    return text;
}

std::string argumentSpec(const Argument& argument, std::size_t place)
{
    const std::string at = argument.isRepeated ? "*" : std::to_string(place);
    return " \\\n            "
           + quoted(at + (argument.isRequired || argument.isRepeated ? ":" : "::")
                    + backslashed(argument.name, ":\\") + ':'
                    + action(argument.value, argument.choices));
}

std::string argumentsCall(const Command& command)
{
    std::string text = "        _arguments -s";
    for (const Option& option : command.options)
        text += optionSpecs(option);
    for (std::size_t i = 0; i < command.arguments.size(); ++i)
        text += argumentSpec(command.arguments[i], i + 1);
    return text + "\n";
}

} // namespace

std::string zshCompletion(const Program& program)
{
    const std::string function = functionName(program.itself.name);
    std::string text = "#compdef " + program.itself.name + "\n# Written by " + program.itself.name
                       + " --completion zsh\n" + function + "()\n{\n";
    if (program.subcommands.empty())
        return text + argumentsCall(program.itself) + "}\n" + function + " \"$@\"\n";
    text += "    local context state state_descr line\n    typeset -A opt_args\n    _arguments -C";
    for (const Option& option : program.itself.options)
        text += optionSpecs(option);
    text += " \\\n            '1:subcommand:->subcommand' '*::argument:->argument'\n"
            "    case $state in\n    subcommand)\n        local -a subcommands\n"
            "        subcommands=(\n";
    for (const Command& command : program.subcommands)
        text += "            " + quoted(command.name + ':' + command.summary) + "\n";
    text += "        )\n        _describe subcommand subcommands\n        ;;\n    argument)\n"
            "        case $line[1] in\n";
    for (const Command& command : program.subcommands)
        text += "        " + command.name + ")\n" + argumentsCall(command) + "        ;;\n";
    return text + "        esac\n        ;;\n    esac\n}\n" + function + " \"$@\"\n";
}

} // namespace fusiform::help

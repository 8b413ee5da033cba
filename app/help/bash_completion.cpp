// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/shell_words.h"
#include "app/help/writers.h"

namespace fusiform::help {

namespace {

/// The lines that answer for one command: values after an option, else options, else arguments.
std::string bashCase(const Command& command, const std::string& otherWords)
{
    std::string text = "        case $previous in\n";
    for (const Option& option : command.options) {
        if (option.value == Value::None)
            continue;
        text += "        " + joinedWords(option.names, "|") + ") ";
        if (option.value == Value::Choice)
            text += "COMPREPLY=($(compgen -W '" + joinedWords(option.choices, " ")
                    + "' -- \"$current\")); compopt +o default; return ;;\n";
        else if (option.value == Value::File)
            text += "return ;;\n";
        else // a number or a name: file names would only be in the way
            text += "compopt +o default; return ;;\n";
    }
    text += "        esac\n        if [[ $current == -* ]]; then\n            COMPREPLY=($(compgen "
            "-W '"
            + joinedWords(optionNames(command), " ") + "' -- \"$current\"))\n";
    std::string words = otherWords;
    if (!command.arguments.empty() && !command.arguments[0].choices.empty())
        words = joinedWords(command.arguments[0].choices, " ");
    if (!words.empty())
        text += "        else\n            COMPREPLY=($(compgen -W '" + words
                + "' -- \"$current\"))\n";
    return text + "        fi\n";
}

} // namespace

std::string bashCompletion(const Program& program)
{
    const std::string function = functionName(program.itself.name);
    const std::string names = joinedWords(subcommandNames(program), " ");
    std::string text = "# bash completion of " + program.itself.name + "; written by "
                       + program.itself.name + " --completion bash\n" + function + "()\n{\n";
    text
        += R"(    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=
    COMPREPLY=()
    # "=" is a word of its own: --noise=ar1 are three.
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = && $COMP_CWORD -gt 1 ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
    fi
)";
    if (!names.empty()) {
        text += "    local word\n    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n        "
                "case $word in\n        "
                + joinedWords(subcommandNames(program), "|")
                + ") command=$word; break ;;\n        esac\n    done\n";
    }
    text += "    case $command in\n";
    for (const Command& command : program.subcommands)
        text += "    " + command.name + ")\n" + bashCase(command, {}) + "        ;;\n";
    text += "    *)\n" + bashCase(program.itself, names) + "        ;;\n    esac\n}\n";
    return text + "complete -o default -F " + function + ' ' + program.itself.name + "\n";
}

std::optional<std::string> completion(const Program& program, std::string_view shell)
{
    if (shell == "bash")
        return bashCompletion(program);
    if (shell == "zsh")
        return zshCompletion(program);
    if (shell == "fish")
        return fishCompletion(program);
    return std::nullopt;
}

} // namespace fusiform::help

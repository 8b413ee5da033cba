// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/shell_words.h"
#include "app/help/writers.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <ctime>

namespace fusiform::help {

namespace {

/// Text as roff shows it: a dash that can be copied, no backslash that means something, no request,
/// lines of at most about 80 letters.
std::string roff(const std::string& text)
{
    constexpr std::size_t kLineLength = 72;
    std::string result;
    std::size_t lineLength = 0;
    for (const char letter : text) {
        if (letter == '\\')
            result += "\\e";
        else if (letter == '-')
            result += "\\-";
        else if (letter == '\n' || (letter == ' ' && lineLength > kLineLength)) {
            result += '\n';
            lineLength = 0;
        } else {
            if (lineLength == 0 && (letter == '.' || letter == '\''))
                result += "\\&";
            result += letter;
        }
        lineLength = result.back() == '\n' ? 0 : lineLength + 1;
    }
    return result;
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return std::toupper(letter); });
    return text;
}

std::string placeholder(Value value, const std::vector<std::string>& choices)
{
    switch (value) {
    case Value::None: return {};
    case Value::Text: return "\\fIVALUE\\fR";
    case Value::File: return "\\fIFILE\\fR";
    case Value::Choice: return "\\fI" + roff(joinedWords(choices, "|")) + "\\fR";
    }
    return {};
}

std::string item(const std::string& term, const std::string& text)
{
    return ".TP\n" + term + "\n" + text + "\n";
}

std::string optionItem(const Option& option)
{
    std::vector<std::string> names;
    for (const std::string& name : option.names)
        names.push_back("\\fB" + roff(name) + "\\fR");
    std::string term = joinedWords(names, ", ");
    if (option.value != Value::None)
        term += ' ' + placeholder(option.value, option.choices);
    std::string text = roff(option.help);
    if (option.isRequired)
        text += " Required.";
    else if (!option.defaultText.empty())
        text += " Default: " + roff(option.defaultText) + ".";
    return item(term, text);
}

std::string argumentItem(const Argument& argument)
{
    std::string text = roff(argument.help);
    if (!argument.choices.empty())
        text += " One of: " + roff(joinedWords(argument.choices, ", ")) + ".";
    return item("\\fI" + roff(argument.name) + "\\fR", text);
}

std::string synopsis(const Program& program, const Command& command)
{
    std::string line = "\\fB" + roff(program.itself.name) + "\\fR";
    if (&command != &program.itself)
        line += " \\fB" + roff(command.name) + "\\fR";
    line += " [\\fIoptions\\fR]";
    for (const Argument& argument : command.arguments) {
        const std::string name
            = "\\fI" + roff(argument.name) + "\\fR" + (argument.isRepeated ? " ..." : "");
        line += argument.isRequired ? ' ' + name : " [" + name + ']';
    }
    return line;
}

std::string subcommandPart(const Program& program, const Command& command)
{
    std::string text = ".SS " + roff(command.name) + "\n" + synopsis(program, command) + "\n.PP\n"
                       + roff(command.summary) + "\n";
    for (const Argument& argument : command.arguments)
        text += argumentItem(argument);
    for (const Option& option : command.options)
        text += optionItem(option);
    return text;
}

} // namespace

std::string manPage(const Program& program, const std::string& date)
{
    const Command& itself = program.itself;
    std::string page = ".\\\" Written by " + itself.name + " --man-page; do not edit.\n.TH "
                       + roff(upper(itself.name)) + " 1 " + date + " \"Fusiform " + program.version
                       + "\" \"User Commands\"\n.nh\n.ad l\n";
    std::string summary = itself.summary;
    if (!summary.empty() && summary.back() == '.')
        summary.pop_back();
    summary[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(summary[0])));
    page += ".SH NAME\n" + roff(itself.name) + " \\- " + roff(summary) + "\n.SH SYNOPSIS\n"
            + synopsis(program, itself) + "\n";
    for (const Command& command : program.subcommands)
        page += ".br\n" + synopsis(program, command) + "\n";
    page += ".SH DESCRIPTION\n" + roff(itself.summary) + "\n";
    for (const Argument& argument : itself.arguments)
        page += argumentItem(argument);
    page += ".SH OPTIONS\n";
    for (const Option& option : itself.options)
        page += optionItem(option);
    if (!program.subcommands.empty())
        page += ".SH SUBCOMMANDS\n";
    for (const Command& command : program.subcommands)
        page += subcommandPart(program, command);
    for (const Section& section : program.sections) {
        page += ".SH " + upper(section.title) + "\n";
        for (const Section::Item& entry : section.items)
            page += item("\\fB" + roff(entry.term) + "\\fR", roff(entry.text));
    }
    if (!program.seeAlso.empty()) {
        page += ".SH SEE ALSO\n";
        page += roff(joinedWords(program.seeAlso, ", ")) + "\n";
    }
    return page;
}

std::string pageDate()
{
    std::time_t seconds = std::time(nullptr);
    if (const char* const epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch)
        seconds = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
    std::tm day = {};
    gmtime_r(&seconds, &day);
    char text[16] = {};
    std::strftime(text, sizeof text, "%Y-%m-%d", &day);
    return text;
}

} // namespace fusiform::help

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/described.h"

#include <CLI/CLI.hpp>

namespace fusiform::cli {

namespace {

using help::Value;

bool isPath(const Field& field)
{
    return std::holds_alternative<std::filesystem::path*>(field.place)
           || std::holds_alternative<std::vector<std::filesystem::path>*>(field.place);
}

/// What CLI11 shows as TEXT:{a,b}: the choices of options that no field describes.
std::vector<std::string> choicesOf(const std::string& typeName)
{
    const std::size_t start = typeName.find(":{");
    if (start == std::string::npos)
        return {};
    return CLI::detail::split(typeName.substr(start + 2, typeName.find('}', start) - start - 2),
                              ',');
}

/// Where a model or a study is named, a file often is: everything with a value that is neither a
/// number nor one of a few words.
Value valueOf(const CLI::Option& option, const Field* field,
              const std::vector<std::string>& choices)
{
    if (option.get_expected_max() == 0)
        return Value::None;
    if (!choices.empty())
        return Value::Choice;
    const bool isFreeText
        = field && std::holds_alternative<std::vector<std::string>*>(field->place);
    return field && (isPath(*field) || isFreeText) ? Value::File : Value::Text;
}

std::vector<std::string> dashedNames(const CLI::Option& option)
{
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back('-' + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    return names;
}

help::Command describeCommand(const CLI::App& app, const Fields& fields)
{
    help::Command command{app.get_name(), app.get_description(), {}, {}};
    for (const CLI::Option* const option : app.get_options()) {
        const bool isPositional = option->get_positional();
        const Field* const field
            = fields.find(isPositional ? option->get_name() : option->get_single_name());
        const std::vector<std::string> choices
            = field ? field->choices : choicesOf(option->get_type_name());
        const Value value = valueOf(*option, field, choices);
        if (isPositional)
            command.arguments.push_back({option->get_name(), value, choices,
                                         option->get_description(), option->get_required(),
                                         option->get_expected_max() > 1});
        else
            command.options.push_back({dashedNames(*option), value, choices,
                                       option->get_default_str(), option->get_description(),
                                       option->get_required()});
    }
    return command;
}

} // namespace

help::Program describeProgram(const CLI::App& root, std::span<const Described> subcommands)
{
    help::Program program;
    program.itself = describeCommand(root, {});
    program.version = FUSIFORM_VERSION;
    for (const Described& subcommand : subcommands)
        program.subcommands.push_back(describeCommand(*subcommand.app, *subcommand.fields));
    program.sections = {
        {"Exit status",
         {{"0", "Done."},
          {"1", "Failure, or a part of what was asked for lacks its input."},
          {"2", "Wrong usage."},
          {"3", "Bad data; the message names the file, what was expected and what was found."},
          {"130", "Cancelled; no half-written file is left."}}},
        {"Environment",
         {{"FUSIFORM_RESOURCES", "The folder with portraits, models and the demonstration."},
          {"XDG_CACHE_HOME", "Where the program keeps what it can make again."},
          {"OMP_WAIT_POLICY", "PASSIVE if it is not set: threads that wait leave the processor."}}},
    };
    program.seeAlso = {"fusiform(1)"};
    return program;
}

} // namespace fusiform::cli

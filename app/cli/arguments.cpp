// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/described.h"
#include "app/help/writers.h"

#include "core/task/tasks.h"
#include "core/util/error.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <vector>

namespace fusiform::cli {

namespace {

/// One subcommand and the options struct behind it, made only once CLI11 may write into it.
struct Subcommand {
    const task::Task* task = nullptr;
    std::unique_ptr<task::Run> run;
    Fields fields;
    CLI::App* app = nullptr;
};

std::string helpOf(const Field& field)
{
    std::string help = field.help.english();
    if (!field.unit.empty())
        help += " [" + field.unit + "]";
    return help;
}

void addOption(CLI::App& app, const Field& field)
{
    const std::string name = field.isPositional ? field.name : "--" + field.name;
    const std::string help = helpOf(field);
    CLI::Option* option = std::visit(
        [&](auto* place) -> CLI::Option* {
            using T = std::remove_pointer_t<decltype(place)>;
            if constexpr (std::is_same_v<T, bool>)
                return app.add_flag("--" + field.name + ",!--no-" + field.name, *place, help);
            else if constexpr (std::is_same_v<T, std::filesystem::path>)
                return app.add_option_function<std::string>(
                    name, [place](const std::string& text) { *place = text; }, help);
            else if constexpr (std::is_same_v<T, std::vector<std::filesystem::path>>)
                // One file each time it is given: else it would take what is meant by place.
                return app
                    .add_option_function<std::vector<std::string>>(
                        name,
                        [place](const std::vector<std::string>& texts) {
                            place->assign(texts.begin(), texts.end());
                        },
                        help)
                    ->allow_extra_args(field.isPositional);
            else if constexpr (std::is_same_v<T, std::optional<double>>)
                return app.add_option_function<double>(
                    name, [place](double value) { *place = value; }, help);
            else
                return app.add_option(name, *place, help);
        },
        field.place);
    if (field.isRequired)
        option->required();
    const bool hasDefault = !std::holds_alternative<bool*>(field.place) && !field.isRequired;
    if (hasDefault)
        option->capture_default_str();
    if (!field.choices.empty())
        option->check(CLI::IsMember(field.choices));
}

} // namespace

Parsed parseArguments(std::span<char*> words)
{
    CLI::App app("Reconstructing faces from fMRI patterns, without a window.", "fusiform-cli");
    app.set_version_flag("--version", std::string("fusiform-cli " FUSIFORM_VERSION));
    app.require_subcommand(1);

    Arguments common;
    bool isQuiet = false;
    int verbose = 0;
    std::vector<Subcommand> subcommands;
    subcommands.reserve(task::allTasks().size());
    for (const task::Task& task : task::allTasks()) {
        Subcommand& sub = subcommands.emplace_back();
        sub.task = &task;
        sub.run = task.make();
        sub.fields = sub.run->fields();
        sub.app = app.add_subcommand(task.name, task.summary.english());
        for (const Field& field : sub.fields.all())
            addOption(*sub.app, field);
        sub.app->add_flag("--json", common.isJson,
                          "Print one JSON object on standard output and nothing else.");
        sub.app->add_option("--threads", common.threads, "Threads to use; 0: all.")
            ->check(CLI::NonNegativeNumber);
        sub.app->add_flag("-v,--verbose", verbose, "Say more.");
        sub.app->add_flag("-q,--quiet", isQuiet, "Say only warnings and errors.");
    }

    std::string page;
    const auto describe = [&] {
        std::vector<Described> described;
        for (const Subcommand& sub : subcommands)
            described.push_back({sub.app, &sub.fields});
        return describeProgram(app, described);
    };
    app.add_flag_callback(
        "--man-page",
        [&] {
            page = help::manPage(describe(), help::pageDate());
            throw CLI::Success();
        },
        "Print the manual page in man(7) and exit.");
    const std::vector<std::string> shells{"bash", "zsh", "fish"};
    app.add_option_function<std::string>(
           "--completion",
           [&](const std::string& shell) {
               page = help::completion(describe(), shell).value_or("");
               throw CLI::Success();
           },
           "Print what completes the command line in a shell, and exit.")
        ->check(CLI::IsMember(shells));

    // CLI11 would only say that a subcommand is required.
    if (words.size() > 1 && words[1][0] != '-' && !task::findTask(words[1]))
        throw usage(FUSIFORM_TR("cli", "There is no subcommand %1. Try fusiform-cli --help.")
                        .arg(words[1]));
    try {
        app.parse(static_cast<int>(words.size()), words.data());
    } catch (const CLI::CallForHelp&) {
        std::cout << app.help();
        return {};
    } catch (const CLI::CallForVersion&) {
        std::cout << "fusiform-cli " FUSIFORM_VERSION "\n";
        return {};
    } catch (const CLI::Success&) {
        std::cout << page;
        return {};
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return {std::nullopt, app.exit(error)};
        throw usage(FUSIFORM_TR("cli", "%1. Try fusiform-cli --help.").arg(error.what()));
    }

    for (Subcommand& sub : subcommands) {
        if (!sub.app->parsed())
            continue;
        checkFields(sub.fields);
        common.task = sub.task;
        common.run = std::move(sub.run);
        common.verbosity = isQuiet ? -1 : verbose;
    }
    return {std::move(common), 0};
}

} // namespace fusiform::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace fusiform::help {

/// What an option or an argument stands for, as far as a shell can help with it.
enum class Value { None, Text, File, Choice };

/// One option as the program's parser knows it.
struct Option {
    std::vector<std::string> names; ///< with dashes: "-v", "--verbose"
    Value value = Value::None;
    std::vector<std::string> choices; ///< of Value::Choice
    std::string defaultText; ///< empty: none that could be told
    std::string help;
    bool isRequired = false;
};

/// One word given by place.
struct Argument {
    std::string name;
    Value value = Value::Text;
    std::vector<std::string> choices;
    std::string help;
    bool isRequired = true;
    bool isRepeated = false;
};

struct Command {
    std::string name;
    std::string summary;
    std::vector<Argument> arguments;
    std::vector<Option> options;
};

/// A paragraph list of the manual page that no parser knows: exit status, environment, files.
struct Section {
    std::string title;
    struct Item {
        std::string term;
        std::string text;
    };
    std::vector<Item> items;
};

/// Everything that a manual page and a completion tell of a program.
struct Program {
    Command itself; ///< its name, and what can be said without a subcommand
    std::string version;
    std::vector<Command> subcommands;
    std::vector<Section> sections;
    std::vector<std::string> seeAlso; ///< "fusiform(1)"
};

} // namespace fusiform::help

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/help/program_page.h"
#include "core/util/fields.h"

#include <span>

namespace CLI {
class App;
}

namespace fusiform::cli {

/// A subcommand of the parser and the fields it was made of.
struct Described {
    const CLI::App* app = nullptr;
    const Fields* fields = nullptr;
};

/// The program as its own parser knows it, so that manual page and completion cannot differ from
/// it.
[[nodiscard]] help::Program describeProgram(const CLI::App& root,
                                            std::span<const Described> subcommands);

} // namespace fusiform::cli

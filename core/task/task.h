// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/fields.h"
#include "core/util/progress.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace fusiform::task {

/// What a task gives back: `json` for programs (keys are stable), `text` for a person at a
/// terminal.
struct Outcome {
    Json json;
    std::string text;
    /// Parts that were asked for and lack their input: the rest is there, and the exit code is 1.
    std::vector<Text> missing = {};
};

/// One run of a task: its options, described once, and what to do with them.
class Run {
public:
    virtual ~Run() = default;
    [[nodiscard]] virtual Fields fields() = 0; ///< bound to this object's options
    [[nodiscard]] virtual Outcome execute(Progress& progress) = 0;
};

/// Something a user can run: the same from the command line, from the window and from a test.
struct Task {
    const char* name; ///< the subcommand
    Text summary; ///< one sentence
    std::unique_ptr<Run> (*make)();
};

/// Makes a Run from an options struct, `void describe(Options&, Fields&)` and a function on it.
template <class Options, Outcome (*function)(const Options&, Progress&)>
class RunOf final : public Run {
public:
    Fields fields() override
    {
        Fields list;
        describe(m_options, list);
        return list;
    }
    Outcome execute(Progress& progress) override { return function(m_options, progress); }
    [[nodiscard]] static std::unique_ptr<Run> make() { return std::make_unique<RunOf>(); }

private:
    Options m_options;
};

} // namespace fusiform::task

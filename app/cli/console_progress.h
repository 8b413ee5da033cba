// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/progress.h"

#include <memory>

namespace fusiform::cli {

/// Progress on standard error: a bar that redraws itself on a terminal, else a plain line at most
/// every two seconds, so that a log on a cluster stays short.
class ConsoleProgress {
public:
    explicit ConsoleProgress(int verbosity);
    ~ConsoleProgress();

    void show(const ProgressState& state);
    void note(NoteLevel level, const Text& text);
    /// Ends a half-drawn bar, so that what is printed next starts on its own line.
    void finish();

private:
    void clearBar();

    int m_verbosity = 0;
    bool m_isTerminal = false;
    bool m_hasBar = false;
    std::string m_lastStage;
    std::chrono::steady_clock::time_point m_lastLine = {};
};

} // namespace fusiform::cli

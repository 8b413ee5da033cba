// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console_progress.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace fusiform::cli {

namespace {

std::string timeText(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    char buffer[32];
    if (whole >= 3600)
        std::snprintf(buffer, sizeof buffer, "%ld h %02ld min", whole / 3600, whole / 60 % 60);
    else if (whole >= 60)
        std::snprintf(buffer, sizeof buffer, "%ld min %02ld s", whole / 60, whole % 60);
    else
        std::snprintf(buffer, sizeof buffer, "%ld s", whole);
    return buffer;
}

std::string lineOf(const ProgressState& state)
{
    std::string line = state.stage.english();
    if (state.total > 0)
        line += " " + std::to_string(state.done) + "/" + std::to_string(state.total);
    if (state.secondsLeft >= 0)
        line += ", " + timeText(state.secondsLeft) + " left";
    return line;
}

std::string barOf(const ProgressState& state)
{
    if (state.total == 0)
        return {};
    constexpr std::size_t kWidth = 24;
    const std::size_t filled = std::min<std::size_t>(kWidth, kWidth * state.done / state.total);
    return "[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] ";
}

} // namespace

ConsoleProgress::ConsoleProgress(int verbosity)
    : m_verbosity(verbosity), m_isTerminal(::isatty(STDERR_FILENO) != 0)
{
}

ConsoleProgress::~ConsoleProgress() { finish(); }

void ConsoleProgress::clearBar()
{
    if (m_hasBar)
        std::fputs("\r\x1b[K", stderr);
    m_hasBar = false;
}

void ConsoleProgress::show(const ProgressState& state)
{
    if (m_verbosity < 0)
        return;
    if (m_isTerminal) {
        clearBar();
        std::fprintf(stderr, "%s%s", barOf(state).c_str(), lineOf(state).c_str());
        std::fflush(stderr);
        m_hasBar = true;
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const std::string stage = state.stage.english();
    if (stage == m_lastStage && now - m_lastLine < std::chrono::seconds(2))
        return;
    m_lastStage = stage;
    m_lastLine = now;
    std::fprintf(stderr, "%s\n", lineOf(state).c_str());
}

void ConsoleProgress::note(NoteLevel level, const Text& text)
{
    if (m_verbosity < 0 && level == NoteLevel::Info)
        return;
    clearBar();
    std::fprintf(stderr, "%s%s\n", level == NoteLevel::Warning ? "warning: " : "",
                 text.english().c_str());
}

void ConsoleProgress::finish()
{
    clearBar();
    std::fflush(stderr);
}

} // namespace fusiform::cli

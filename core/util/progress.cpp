// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/progress.h"

#include "core/util/error.h"

namespace fusiform {

namespace {
constexpr auto kReportInterval = std::chrono::milliseconds(100);

double secondsBetween(auto begin, auto end)
{
    return std::chrono::duration<double>(end - begin).count();
}
} // namespace

Progress::Progress(std::stop_token token, ReportState onState, ReportNote onNote)
    : m_token(std::move(token)), m_onState(std::move(onState)), m_onNote(std::move(onNote))
{
}

void Progress::begin(Text stage, std::uint64_t total)
{
    checkpoint();
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (*m_state.stage.source != 0)
        m_finished.push_back({m_state.stage, secondsBetween(m_stageStart, now)});
    m_stageStart = now;
    m_state = {std::move(stage), 0, total, 0, -1};
    report(m_stageStart);
}

void Progress::step(std::uint64_t units)
{
    checkpoint();
    const std::lock_guard lock(m_mutex);
    m_state.done += units;
    const auto now = Clock::now();
    if (now - m_lastReport >= kReportInterval || m_state.done == m_state.total)
        report(now);
}

void Progress::checkpoint() const
{
    if (m_token.stop_requested())
        throw cancelled();
}

void Progress::report(Clock::time_point now)
{
    m_lastReport = now;
    if (!m_onState)
        return;
    const double seconds = secondsBetween(m_stageStart, now);
    const bool canEstimate = m_state.total > 0 && m_state.done > 0 && seconds > 0.5;
    m_state.perSecond = canEstimate ? static_cast<double>(m_state.done) / seconds : 0;
    m_state.secondsLeft
        = canEstimate
              ? seconds * static_cast<double>(m_state.total - std::min(m_state.done, m_state.total))
                    / static_cast<double>(m_state.done)
              : -1;
    m_onState(m_state);
}

std::vector<StageTime> Progress::stageTimes() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<StageTime> times = m_finished;
    if (*m_state.stage.source != 0)
        times.push_back({m_state.stage, secondsBetween(m_stageStart, Clock::now())});
    return times;
}

void Progress::note(const Text& text)
{
    const std::lock_guard lock(m_mutex);
    if (m_onNote)
        m_onNote(NoteLevel::Info, text);
}

void Progress::warn(const Text& text)
{
    const std::lock_guard lock(m_mutex);
    if (m_onNote)
        m_onNote(NoteLevel::Warning, text);
}

} // namespace fusiform

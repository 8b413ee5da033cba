// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/text.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <vector>

namespace fusiform {

/// What a job tells while it runs.
struct ProgressState {
    Text stage; ///< what is being done, for a person
    std::uint64_t done = 0; ///< units finished in this stage
    std::uint64_t total = 0; ///< units in this stage; 0: unknown
    double perSecond = 0; ///< units a second in this stage; 0: not known yet
    double secondsLeft = -1; ///< estimated for this stage; negative: not known yet
};

/// How long a stage took.
struct StageTime {
    Text stage;
    double seconds = 0;
};

enum class NoteLevel { Info, Warning };

/// Progress of one job and its cancellation checkpoint. All functions may be called from any
/// thread. A default-made Progress is silent and is never cancelled.
class Progress {
public:
    using ReportState = std::function<void(const ProgressState&)>;
    using ReportNote = std::function<void(NoteLevel, const Text&)>;

    Progress() = default;
    explicit Progress(std::stop_token token, ReportState onState = {}, ReportNote onNote = {});
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Starts a stage of `total` units.
    void begin(Text stage, std::uint64_t total = 0);
    /// Counts finished units and reports at most ten times a second.
    /// @throws Error{Cancelled} when the user has stopped the job.
    void step(std::uint64_t units = 1);
    /// Only the cancellation: call it at least every 50 ms of work.
    void checkpoint() const;
    [[nodiscard]] bool isCancelled() const { return m_token.stop_requested(); }
    [[nodiscard]] const std::stop_token& token() const { return m_token; }

    void note(const Text& text);
    void warn(const Text& text);

    /// Of the stages so far, the running one included.
    [[nodiscard]] std::vector<StageTime> stageTimes() const;

private:
    using Clock = std::chrono::steady_clock;
    void report(Clock::time_point now);

    std::stop_token m_token;
    ReportState m_onState;
    ReportNote m_onNote;
    mutable std::mutex m_mutex;
    ProgressState m_state;
    std::vector<StageTime> m_finished;
    Clock::time_point m_stageStart = Clock::now();
    Clock::time_point m_lastReport = {};
};

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/error.h"
#include "core/util/progress.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <thread>

namespace fusiform {

/// Runs long work on one thread, one job at a time; the rest wait in order.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    /// What to do on the GUI thread with the result.
    using Deliver = std::function<void()>;
    /// Runs on the job's thread and may throw Error; it holds snapshots, never the session.
    using Work = std::function<Deliver(Progress&)>;

    struct State {
        QString title;
        QString stage;
        QString amount; ///< "12 of 40, 3 s left"; empty: nobody knows
        double share = -1; ///< 0..1; negative: nobody knows
        bool isWaiting = false;
        bool isCancelling = false;
    };

    explicit JobRunner(QObject* parent = nullptr);
    /// Cancels what runs and waits for it to end.
    ~JobRunner() override;

    void start(const QString& title, Work work);
    /// Stops the running job, or takes a waiting one from the queue. @param job as in states()
    void cancel(std::size_t job = 0);
    /// The running job first, then those that wait.
    [[nodiscard]] std::vector<State> states() const;
    [[nodiscard]] bool isBusy() const { return m_isRunning; }

Q_SIGNALS:
    void changed();
    void noted(bool isWarning, const QString& text);
    void failed(const QString& title, const QString& reason);
    void cancelled(const QString& title);
    void finished(const QString& title);

private:
    enum class End { Done, Cancelled, Failed };
    struct Waiting {
        QString title;
        Work work;
    };
    void runNext();
    void run(const Work& work, const std::stop_token& token);
    [[nodiscard]] static QString amountOf(const ProgressState& state);
    void showState(const ProgressState& state);
    void finish(End end, const Deliver& deliver, const QString& problem);

    std::deque<Waiting> m_waiting;
    State m_current;
    bool m_isRunning = false;
    std::jthread m_thread; // last: joined before anything it reports to goes
};

} // namespace fusiform

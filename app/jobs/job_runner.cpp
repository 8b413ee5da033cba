// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_runner.h"

#include "app/support/text.h"

#include <QLocale>

#include <new>

namespace fusiform {

JobRunner::JobRunner(QObject* parent) : QObject(parent) { }

JobRunner::~JobRunner()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void JobRunner::start(const QString& title, Work work)
{
    m_waiting.push_back({title, std::move(work)});
    if (!m_isRunning)
        runNext();
    Q_EMIT changed();
}

void JobRunner::cancel(std::size_t job)
{
    if (job == 0 && m_isRunning) {
        m_thread.request_stop();
        m_current.isCancelling = true;
    } else if (job > 0 && job <= m_waiting.size()) {
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(job - 1));
    }
    Q_EMIT changed();
}

std::vector<JobRunner::State> JobRunner::states() const
{
    std::vector<State> states;
    if (m_isRunning)
        states.push_back(m_current);
    for (const Waiting& waiting : m_waiting)
        states.push_back({waiting.title, tr("Waiting"), {}, -1, true, false});
    return states;
}

void JobRunner::runNext()
{
    if (m_waiting.empty())
        return;
    Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_current = {next.title, {}, {}, -1, false, false};
    m_isRunning = true;
    m_thread = std::jthread(
        [this, work = std::move(next.work)](const std::stop_token& token) { run(work, token); });
}

/// On the job's thread.
void JobRunner::run(const Work& work, const std::stop_token& token)
{
    const auto onGui = [this](auto call) {
        QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
    };
    Progress progress(
        token, [&](const ProgressState& state) { onGui([this, state] { showState(state); }); },
        [&](NoteLevel level, const Text& text) {
            onGui([this, level, text] {
                Q_EMIT noted(level == NoteLevel::Warning, translated(text));
            });
        });
    Deliver deliver;
    QString problem;
    End end = End::Done;
    try {
        deliver = work(progress);
    } catch (const Error& error) {
        end = error.kind() == ErrorKind::Cancelled ? End::Cancelled : End::Failed;
        problem = errorText(error);
    } catch (const std::bad_alloc&) {
        end = End::Failed;
        problem = tr("There is not enough memory.");
    } catch (const std::exception& error) {
        end = End::Failed;
        problem = QString::fromUtf8(error.what());
    }
    onGui([this, end, deliver, problem] { finish(end, deliver, problem); });
}

/// How far a stage has come and what is left of it.
QString JobRunner::amountOf(const ProgressState& state)
{
    if (state.total == 0)
        return {};
    const QLocale locale;
    const QString amount = tr("%1 of %2")
                               .arg(locale.toString(static_cast<qulonglong>(state.done)),
                                    locale.toString(static_cast<qulonglong>(state.total)));
    if (state.secondsLeft < 0)
        return amount;
    const bool isQuick = state.perSecond >= 1;
    const QString rate
        = (isQuick ? tr("%1/s") : tr("%1/min"))
              .arg(locale.toString(isQuick ? state.perSecond : 60 * state.perSecond, 'f', 0));
    const QString left = state.secondsLeft < 90
                             ? tr("%1 s left").arg(locale.toString(state.secondsLeft, 'f', 0))
                             : tr("%1 min left").arg(
                                 locale.toString(state.secondsLeft / 60, 'f', 0));
    return tr("%1, %2, %3").arg(amount, rate, left);
}

void JobRunner::showState(const ProgressState& state)
{
    m_current.amount = amountOf(state);
    m_current.stage = translated(state.stage);
    m_current.share
        = state.total > 0 ? static_cast<double>(state.done) / static_cast<double>(state.total) : -1;
    Q_EMIT changed();
}

void JobRunner::finish(End end, const Deliver& deliver, const QString& problem)
{
    m_thread.join();
    m_isRunning = false;
    const QString title = m_current.title;
    if (deliver)
        deliver();
    if (end == End::Failed)
        Q_EMIT failed(title, problem);
    else if (end == End::Cancelled)
        Q_EMIT cancelled(title);
    else
        Q_EMIT finished(title);
    if (!m_isRunning)
        runNext();
    Q_EMIT changed();
}

} // namespace fusiform

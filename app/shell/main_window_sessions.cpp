// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions in the window: what a .fusiform file keeps of it, and how it is shown again.
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/docks/log_panel.h"
#include "app/shell/brain_looks.h"
#include "app/shell/opener.h"
#include "app/shell/recent.h"
#include "app/shell/session_files.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/message_bar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <utility>

namespace fusiform {

namespace {
constexpr const char* kLookField = "brain";
constexpr const char* kLayoutField = "layout";
constexpr const char* kLayoutVersionField = "layout_version";
} // namespace

void MainWindow::makeSessionKeeper()
{
    m_keeper = new SessionKeeper(
        m_session, m_jobs, {[this] { return sessionView(); }, [this] { return grab().toImage(); }},
        this);
    m_files = new SessionFiles(m_session, *m_keeper, this);
}

Json MainWindow::sessionView()
{
    const QByteArray layout = m_page == Page::Explore ? saveState(kLayoutVersion) : m_workLayout;
    return {{kLookField, present::lookJson(currentLook(m_session, *m_brain, *m_actions))},
            {kLayoutField, layout.toBase64().toStdString()},
            {kLayoutVersionField, kLayoutVersion}};
}

/// What is missing or of another version stays as it is.
void MainWindow::showSessionView(const Json& view)
{
    if (view.value(kLayoutVersionField, 0) == kLayoutVersion
        && view.value(kLayoutField, Json()).is_string()) {
        const QByteArray layout = QByteArray::fromBase64(
            QByteArray::fromStdString(view.at(kLayoutField).get<std::string>()));
        if (!layout.isEmpty())
            restoreState(layout, kLayoutVersion);
    }
    if (view.contains(kLookField))
        showLook(present::lookFrom(view.at(kLookField)), m_session, *m_brain, *m_actions);
}

void MainWindow::connectSessions()
{
    const ActionTable& actions = *m_actions;
    connect(actions[ActionId::OpenSession], &QAction::triggered, m_files, &SessionFiles::choose);
    connect(actions[ActionId::SaveSession], &QAction::triggered, m_files, &SessionFiles::save);
    connect(actions[ActionId::SaveSessionAs], &QAction::triggered, m_files,
            &SessionFiles::chooseSaveAs);
    connect(actions[ActionId::SaveWithData], &QAction::triggered, m_files,
            &SessionFiles::chooseSaveWithData);
    // A program of its own: two subjects do not wait for one another, nor fall together.
    connect(actions[ActionId::NewWindow], &QAction::triggered, this, [this] {
        if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {}))
            showProblem(tr("Another window could not be started."));
    });
    connect(m_keeper, &SessionKeeper::changed, this, [this] {
        setWindowTitle(m_files->title());
        setWindowModified(m_keeper->isModified());
    });
    connect(m_keeper, &SessionKeeper::problem, this,
            [this](const QString& text) { showProblem(text); });
    connect(m_keeper, &SessionKeeper::saved, this, [this](const QString& file) {
        rememberOpened(file);
        rememberPicture(file, grab().toImage());
        showRecent();
        m_log->add(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
    });
    connect(m_keeper, &SessionKeeper::opened, this,
            [this](const QString& file, const QString& fit, const Json& view) {
                showOpenedFit(fit);
                rememberOpened(file);
                showRecent();
                // After the panels have seen the fit, which sets them back.
                QMetaObject::invokeMethod(
                    this, [this, view] { showSessionView(view); }, Qt::QueuedConnection);
                if (!m_keeper->whyReadOnly().isEmpty())
                    m_messages->show(MessageBar::Kind::Warning, m_keeper->whyReadOnly());
            });
    connect(
        m_keeper, &SessionKeeper::unsavedWorkFound, this, [this](const journal::LastSession& work) {
            m_lastSession = work.file;
            if (std::exchange(m_isContinuing, false)) {
                m_opener->resume(m_lastSession);
                return;
            }
            m_isTourOffered = false;
            m_messages->offer(
                work.isClosed
                    ? tr("Changes to %1 were left without saving, the last of them on %2.")
                          .arg(QFileInfo(m_keeper->file()).fileName(), shortTime(work.lastTime))
                    : tr("The program ended before changes to %1 were saved, the last of "
                         "them on %2.")
                          .arg(QFileInfo(m_keeper->file()).fileName(), shortTime(work.lastTime)),
                tr("Take them back in"));
        });
}

} // namespace fusiform

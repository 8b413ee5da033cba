// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session_files.h"

#include "app/shell/recent.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace fusiform {

namespace {

const QString& ending()
{
    static const QString kEnding = QStringLiteral(".fusiform");
    return kEnding;
}

} // namespace

SessionFiles::SessionFiles(Session& session, SessionKeeper& keeper, QWidget* window)
    : QObject(window), m_session(session), m_keeper(keeper), m_window(window)
{
    connect(&keeper, &SessionKeeper::fitWanted, this, &SessionFiles::askForFit);
    connect(&keeper, &SessionKeeper::savingEnded, this, [this](bool isSaved) {
        const auto after = std::exchange(m_afterSaving, {});
        if (isSaved && after)
            after();
    });
}

bool SessionFiles::isSessionName(const QString& path)
{
    return path.endsWith(ending(), Qt::CaseInsensitive);
}

void SessionFiles::choose()
{
    const QString file = QFileDialog::getOpenFileName(m_window, tr("Open a session"), {},
                                                      tr("Sessions of Fusiform (*.fusiform)"));
    if (!file.isEmpty())
        leave([this, file] { m_keeper.open(file, recentlyOpened()); });
}

void SessionFiles::save()
{
    if (m_keeper.file().isEmpty() || !m_keeper.whyReadOnly().isEmpty())
        chooseSaveAs();
    else
        m_keeper.save();
}

QString SessionFiles::suggestedFile(const QString& mark) const
{
    if (!m_keeper.file().isEmpty()) {
        const QFileInfo open(m_keeper.file());
        return open.dir().filePath(open.completeBaseName() + mark + ending());
    }
    const QString subject = QString::fromStdString(m_session.opened()->fit.subject);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(subject + mark + ending());
}

void SessionFiles::chooseSaveAs()
{
    if (!m_session.opened())
        return;
    QString file = QFileDialog::getSaveFileName(m_window, tr("Save the session"), suggestedFile({}),
                                                tr("Sessions of Fusiform (*.fusiform)"));
    if (file.isEmpty()) {
        m_afterSaving = {};
        return;
    }
    if (!isSessionName(file))
        file += ending();
    m_keeper.saveAs(file);
}

void SessionFiles::chooseSaveWithData()
{
    if (!m_session.opened())
        return;
    //: part of a file's name: the session with its data
    QString file = QFileDialog::getSaveFileName(m_window, tr("Save the session with its data"),
                                                suggestedFile(tr(" with data")),
                                                tr("Sessions of Fusiform (*.fusiform)"));
    if (file.isEmpty())
        return;
    if (!isSessionName(file))
        file += ending();
    m_keeper.saveWithData(file);
}

void SessionFiles::leave(std::function<void()> go)
{
    if (m_keeper.isSaving()) {
        m_afterSaving = std::move(go);
        return;
    }
    if (!m_keeper.isModified()) {
        go();
        return;
    }
    auto* const question
        = new QMessageBox(QMessageBox::Question, tr("Fusiform"),
                          tr("Save the changes to %1?").arg(QFileInfo(m_keeper.file()).fileName()),
                          QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("leaveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("What is not saved stays in the journal of this machine, and "
                                    "is offered when the session is opened again."));
    question->setDefaultButton(QMessageBox::Save);
    question->button(QMessageBox::Save)->setText(tr("Save"));
    question->button(QMessageBox::Discard)->setText(tr("Do not save"));
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    connect(question, &QMessageBox::finished, this, [this, go](int answer) {
        if (answer == QMessageBox::Discard) {
            go();
        } else if (answer == QMessageBox::Save) {
            m_afterSaving = go;
            save();
        }
    });
    question->open();
}

void SessionFiles::askForFit(const QString& file, const QString& subject)
{
    auto* const question = new QMessageBox(QMessageBox::Question, tr("Fusiform"),
                                           tr("The fit of %1 that %2 works on is not where it was.")
                                               .arg(subject, QFileInfo(file).fileName()),
                                           QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("fitQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Choose its folder, or one above it: the fit is found by its "
                                    "content, whatever it is called now."));
    QPushButton* const look = question->addButton(tr("Look in a folder…"), QMessageBox::AcceptRole);
    question->setDefaultButton(look);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    connect(look, &QPushButton::clicked, this, [this, file] {
        const QString folder = QFileDialog::getExistingDirectory(
            m_window, tr("Where is the fit now?"), QFileInfo(file).path());
        if (!folder.isEmpty())
            m_keeper.openWithFitBelow(file, folder);
    });
    question->open();
}

QString SessionFiles::title() const
{
    const auto opened = m_session.opened();
    if (!opened)
        return QStringLiteral("Fusiform");
    const QString subject = QString::fromStdString(opened->fit.subject);
    if (m_keeper.file().isEmpty())
        return QStringLiteral("%1 — Fusiform").arg(subject);
    const QString name = QFileInfo(m_keeper.file()).completeBaseName();
    return m_keeper.whyReadOnly().isEmpty()
               ? QStringLiteral("%1[*] — %2 — Fusiform").arg(name, subject)
               //: title of the window: the session can be looked at, not saved
               : tr("%1[*] (read-only) — %2 — Fusiform").arg(name, subject);
}

} // namespace fusiform

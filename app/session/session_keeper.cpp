// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session_keeper.h"

#include "app/support/text.h"
#include "core/session/unsaved_work.h"
#include "core/util/time.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>

namespace fusiform {

namespace {

std::string pngOf(const QImage& picture)
{
    constexpr int kWidth = 480;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (picture.isNull()
        || !picture.scaledToWidth(kWidth, Qt::SmoothTransformation).save(&buffer, "PNG"))
        return {};
    return bytes.toStdString();
}

/// A session as it was read: everything that the window needs to go on with it.
struct OpenedSession {
    session::SessionFile file;
    std::shared_ptr<const OpenedFit> fit;
    std::optional<journal::Journal> journal;
    std::optional<journal::LastSession> unsaved;
};

std::shared_ptr<OpenedSession> readOpened(const std::filesystem::path& file,
                                          session::SessionFile session,
                                          const std::filesystem::path& fit,
                                          const std::filesystem::path& journals, Progress& progress)
{
    const auto read = std::make_shared<OpenedSession>();
    read->file = std::move(session);
    read->fit = opened(glm::readFit(fit));
    const std::filesystem::path copy = journal::newJournalName(
        journals.empty() ? std::filesystem::temp_directory_path() : journals);
    session::unpackJournal(file, copy, fit, progress);
    try {
        read->journal = journal::Journal::resumed(copy, progress);
    } catch (...) {
        std::error_code isLeft;
        std::filesystem::remove(copy, isLeft);
        throw;
    }
    if (read->journal->document()->shape != read->fit->fit.grid.shape)
        throw badData(file, FUSIFORM_TR("core", "regions on the grid of the fit"),
                      FUSIFORM_TR("core", "another grid"));
    if (!journals.empty())
        read->unsaved = session::unsavedWork(journals, copy);
    return read;
}

} // namespace

SessionKeeper::SessionKeeper(Session& session, JobRunner& jobs, Window window, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs), m_window(std::move(window))
{
    connect(&session, &Session::changed, this, [this](Session::Changes changes) {
        const auto opened = m_session.opened();
        if (changes & Session::FitChange && (!opened || opened->background != m_of))
            leaveFile();
        Q_EMIT changed();
    });
    connect(&m_saves, &JobRunner::failed, this, [this](const QString&, const QString& reason) {
        Q_EMIT problem(reason, {});
        Q_EMIT savingEnded(false);
    });
    connect(&m_saves, &JobRunner::finished, this, [this] { Q_EMIT savingEnded(true); });
}

SessionKeeper::~SessionKeeper() = default;

QString SessionKeeper::dataFolderOf(const QString& file)
{
    const QFileInfo info(file);
    return info.dir().filePath(info.completeBaseName() + QStringLiteral(" data"));
}

bool SessionKeeper::isModified() const
{
    const journal::Journal* const journal = m_session.journal();
    return !m_file.isEmpty() && journal
           && (journal->hash() != m_savedHash || journal->notes().size() != m_savedNotes);
}

void SessionKeeper::open(const QString& file, const QStringList& known)
{
    std::vector<std::filesystem::path> others = {pathOf(dataFolderOf(file))};
    for (const QString& one : known)
        others.push_back(pathOf(one));
    openFrom(file,
             [others](const session::SessionFile& session, const std::filesystem::path& path,
                      Progress& progress) -> std::optional<std::filesystem::path> {
                 if (auto found = session::placeOf(session.fit, path, others); found)
                     return found;
                 if (!session.fit.place.empty())
                     return std::nullopt;
                 session::unpackData(path, others.front(), progress);
                 return others.front();
             });
}

void SessionKeeper::openWithFitBelow(const QString& file, const QString& folder)
{
    openFrom(file,
             [folder](const session::SessionFile& session, const std::filesystem::path& path,
                      Progress& progress) -> std::optional<std::filesystem::path> {
                 if (auto found = session::searchFit(session.fit, pathOf(folder), progress); found)
                     return found;
                 throw badData(path,
                               FUSIFORM_TR("core", "its fit of %1 in %2 or below")
                                   .arg(session.fit.subject)
                                   .arg(folder.toStdString()),
                               FUSIFORM_TR("core", "no fit with that content"));
             });
}

void SessionKeeper::openFrom(
    const QString& file,
    std::function<std::optional<std::filesystem::path>(const session::SessionFile&,
                                                       const std::filesystem::path&, Progress&)>
        find)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    m_jobs.start(tr("Open %1").arg(QFileInfo(file).fileName()),
                 [this, path, find = std::move(find),
                  journals = m_session.journalFolder()](Progress& progress) -> JobRunner::Deliver {
                     const session::SessionFile session = session::readSession(pathOf(path));
                     const auto fit = find(session, pathOf(path), progress);
                     if (!fit)
                         return
                             [this, path, subject = QString::fromStdString(session.fit.subject)] {
                                 Q_EMIT fitWanted(path, subject);
                             };
                     const auto read = readOpened(pathOf(path), session, *fit, journals, progress);
                     return [this, path, read] {
                         m_of = read->fit->background;
                         take(path);
                         m_session.open(read->fit, std::move(*read->journal));
                         markSaved();
                         Q_EMIT opened(path, pathText(read->fit->fit.folder), read->file.view);
                         if (read->unsaved)
                             Q_EMIT unsavedWorkFound(*read->unsaved);
                     };
                 });
}

session::Snapshot SessionKeeper::snapshot()
{
    session::Snapshot now;
    const auto opened = m_session.opened();
    now.time = utcNow();
    now.fit = opened->fit.folder;
    now.subject = opened->fit.subject;
    now.grid = opened->fit.grid;
    now.journal = m_session.journalText();
    now.document = m_session.journal()->document();
    now.thumbnail = pngOf(m_window.picture());
    now.view = m_window.view();
    return now;
}

void SessionKeeper::saveAs(const QString& file)
{
    if (!m_session.opened() || file.isEmpty())
        return;
    const QString path = QFileInfo(file).absoluteFilePath();
    if (path != m_file)
        take(path);
    if (!m_whyReadOnly.isEmpty()) {
        Q_EMIT problem(m_whyReadOnly, path);
        Q_EMIT savingEnded(false);
        return;
    }
    m_of = m_session.opened()->background;
    const session::Snapshot now = snapshot();
    const std::string hash = m_session.journal()->hash();
    const std::size_t notes = m_session.journal()->notes().size();
    m_saves.start(tr("Save %1").arg(QFileInfo(path).fileName()),
                  [this, path, now, hash, notes](Progress& progress) -> JobRunner::Deliver {
                      session::writeSession(pathOf(path), now, session::Data::Apart, progress);
                      return [this, path, hash, notes] {
                          if (m_file == path) {
                              m_savedHash = hash;
                              m_savedNotes = notes;
                          }
                          Q_EMIT saved(path);
                          Q_EMIT changed();
                      };
                  });
}

void SessionKeeper::saveWithData(const QString& file)
{
    if (!m_session.opened())
        return;
    const QString path = QFileInfo(file).absoluteFilePath();
    if (path == m_file) { // the next saving would take the data out again
        Q_EMIT problem(tr("%1 is the session that is open: give the one with data another name.")
                           .arg(QFileInfo(path).fileName()),
                       path);
        return;
    }
    m_jobs.start(tr("Save %1 with its data").arg(QFileInfo(path).fileName()),
                 [this, path, now = snapshot()](Progress& progress) -> JobRunner::Deliver {
                     session::writeSession(pathOf(path), now, session::Data::Inside, progress);
                     return [this, path] { Q_EMIT saved(path); };
                 });
}

/// Holds a file for this window; where that is not possible, the file is only read.
void SessionKeeper::take(const QString& file)
{
    m_lock.reset();
    m_file = file;
    m_savedHash.clear(); // nothing is in it yet, as far as is known
    m_whyReadOnly.clear();
    const QFileInfo info(file);
    auto lock = std::make_unique<QLockFile>(
        info.dir().filePath(QStringLiteral(".%1.lock").arg(info.fileName())));
    lock->setStaleLockTime(0); // old is not dead: a lock goes when its program is gone
    if (lock->tryLock(0)) {
        m_lock = std::move(lock);
    } else if (lock->error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        lock->getLockInfo(&process, &host, &program);
        m_whyReadOnly = tr("%1 is open in another window (process %2 on %3), which alone can save "
                           "it. Save this one under another name.")
                            .arg(info.fileName(), QString::number(process), host);
    } else {
        m_whyReadOnly = tr("The folder of %1 cannot be written. Save the session elsewhere.")
                            .arg(info.fileName());
    }
    if (m_whyReadOnly.isEmpty() && info.exists() && !info.isWritable())
        m_whyReadOnly = tr("%1 is write-protected. Save the session under another name.")
                            .arg(info.fileName());
    Q_EMIT changed();
}

void SessionKeeper::markSaved()
{
    m_savedHash = m_session.journal()->hash();
    m_savedNotes = m_session.journal()->notes().size();
    Q_EMIT changed();
}

void SessionKeeper::leaveFile()
{
    m_lock.reset();
    m_file.clear();
    m_whyReadOnly.clear();
    m_of.reset();
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "core/journal/journal_folder.h"
#include "core/session/session_pack.h"

#include <QImage>
#include <QLockFile>

namespace fusiform {

/// Keeps what is open in a .fusiform file: opens one, saves it, and knows what is not saved yet.
class SessionKeeper final : public QObject {
    Q_OBJECT
public:
    /// The window, as far as a session keeps it.
    struct Window {
        std::function<Json()> view; ///< what it shows
        std::function<QImage()> picture;
    };
    SessionKeeper(Session& session, JobRunner& jobs, Window window, QObject* parent = nullptr);
    ~SessionKeeper() override;

    /// The file of what is open; empty if it was never saved.
    [[nodiscard]] const QString& file() const { return m_file; }
    /// Why the file cannot be saved; empty: it can.
    [[nodiscard]] const QString& whyReadOnly() const { return m_whyReadOnly; }
    /// Whether anything was done since it was saved or opened. What was never saved has nothing to
    /// lose: its journal is kept.
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] bool isSaving() const { return m_saves.isBusy(); }

    /// @param known folders of fits where the session's own may be, if it is not where it was
    void open(const QString& file, const QStringList& known);
    /// The same, of a fit that was moved: it is looked for in a folder and below.
    void openWithFitBelow(const QString& file, const QString& folder);
    /// Writes the open file, on a thread of its own: other jobs do not hold it up.
    void save() { saveAs(m_file); }
    /// And goes on as this file.
    void saveAs(const QString& file);
    /// A copy that holds the fit too, for another machine.
    void saveWithData(const QString& file);
    /// Where the data of a session that carries them are put: beside it.
    [[nodiscard]] static QString dataFolderOf(const QString& file);

Q_SIGNALS:
    /// File, read-only or modified.
    void changed();
    /// @param view what the window showed when it was saved
    void opened(const QString& file, const QString& fit, const fusiform::Json& view);
    void saved(const QString& file);
    void savingEnded(bool isSaved);
    /// After opened(): work that goes on where the file ends.
    void unsavedWorkFound(const fusiform::journal::LastSession& work);
    /// The fit is not where it was.
    void fitWanted(const QString& file, const QString& subject);
    void problem(const QString& text, const QString& file);

private:
    [[nodiscard]] session::Snapshot snapshot();
    void openFrom(const QString& file,
                  std::function<std::optional<std::filesystem::path>(
                      const session::SessionFile&, const std::filesystem::path&, Progress&)>
                      find);
    void take(const QString& file);
    void markSaved();
    void leaveFile();

    Session& m_session;
    JobRunner& m_jobs;
    Window m_window;
    QString m_file;
    QString m_whyReadOnly;
    std::unique_ptr<QLockFile> m_lock;
    std::string m_savedHash; ///< of the document
    std::size_t m_savedNotes = 0;
    /// What the file is about: another fit that is opened leaves it.
    std::shared_ptr<const image::Volume> m_of;
    JobRunner m_saves; // last: it reports to what stands above
};

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session_keeper.h"

class QWidget;

namespace fusiform {

/// The questions that go with session files: under which name, where is the fit now, what becomes
/// of changes that were not saved.
class SessionFiles final : public QObject {
    Q_OBJECT
public:
    SessionFiles(Session& session, SessionKeeper& keeper, QWidget* window);

    /// By the name alone: nothing is looked at.
    [[nodiscard]] static bool isSessionName(const QString& path);
    void choose();
    void save();
    void chooseSaveAs();
    void chooseSaveWithData();
    /// Does `go` at once where nothing would be lost, else after the user has said what becomes of
    /// it, and never if the user stays.
    void leave(std::function<void()> go);
    /// Subject and file, for the title of the window; "[*]" stands where a change is marked.
    [[nodiscard]] QString title() const;

private:
    void askForFit(const QString& file, const QString& subject);
    [[nodiscard]] QString suggestedFile(const QString& ending) const;

    Session& m_session;
    SessionKeeper& m_keeper;
    QWidget* m_window;
    std::function<void()> m_afterSaving; ///< what the user wanted to do when asked to save
};

} // namespace fusiform

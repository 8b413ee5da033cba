// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace fusiform {

class ChoiceButton;

/// What the window shows while nothing is open.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// @param reason why there is no demonstration; empty if there is one.
    void setDemonstration(const QString& reason);
    void setRecent(const QStringList& folders);

Q_SIGNALS:
    void demonstrationRequested();
    void continueRequested();
    void openFitRequested();
    void openStudyRequested();
    void folderRequested(const QString& folder);

private:
    ChoiceButton* addChoice(const char* icon, const QString& title, const QString& text);

    QVBoxLayout* m_choices;
    QVBoxLayout* m_recent;
    ChoiceButton* m_demonstration = nullptr;
    ChoiceButton* m_continue = nullptr;
};

} // namespace fusiform

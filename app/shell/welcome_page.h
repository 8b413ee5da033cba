// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace fusiform {

class ChoiceButton;
class WorkCard;

/// What the window shows while nothing is open.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// @param reason why there is no demonstration; empty if there is one.
    void setDemonstration(const QString& reason);
    /// Fits and sessions, newest first, with the pictures that are kept of them.
    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void demonstrationRequested();
    void continueRequested();
    void openFitRequested();
    void openStudyRequested();
    void openSessionRequested();
    void recentRequested(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showCards();
    ChoiceButton* addChoice(const char* icon, const QString& title, const QString& text);

    QVBoxLayout* m_choices;
    QLabel* m_recentTitle;
    QGridLayout* m_recent;
    std::vector<WorkCard*> m_cards;
    ChoiceButton* m_demonstration = nullptr;
    ChoiceButton* m_continue = nullptr;
};

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/welcome_page.h"

#include "app/shell/recent.h"
#include "app/shell/session_files.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/choice_button.h"
#include "widgets/controls/work_card.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace fusiform {

namespace {
constexpr int kCardsInRow = 3;

QLabel* labelled(const QString& text, const char* role, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    return label;
}
} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* const column = new QWidget(this);
    column->setMaximumWidth(560);
    auto* const lines = new QVBoxLayout(column);
    lines->setSpacing(12);
    lines->addStretch(2);
    lines->addWidget(labelled(QStringLiteral("Fusiform"), "title", column));
    lines->addWidget(labelled(tr("Faces, read from patterns of brain activity."), "muted", column));
    lines->addSpacing(12);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(8);
    lines->addLayout(m_choices);
    m_demonstration = addChoice("sparkles", tr("Open the demonstration"),
                                tr("A small fitted study: choose regions, watch the faces."));
    m_continue = addChoice("history", tr("Continue where I was"),
                           tr("What was open last, with its regions as they were."));
    m_continue->setObjectName(QStringLiteral("continueChoice"));
    auto* const fit
        = addChoice("folder-open", tr("Open a fit…"), tr("A folder that a fit was written to."));
    auto* const study = addChoice("layers", tr("Open a BIDS study…"),
                                  tr("Lists its subjects; fits one of them, then opens the fit."));
    study->setObjectName(QStringLiteral("openStudyChoice"));
    auto* const saved = addChoice("save", tr("Open a session…"),
                                  tr("Work that was saved: a file that ends in .fusiform."));
    saved->setObjectName(QStringLiteral("openSessionChoice"));
    m_recentTitle = labelled(tr("Opened lately"), "section", column);
    lines->addSpacing(8);
    lines->addWidget(m_recentTitle);
    m_recent = new QGridLayout;
    m_recent->setSpacing(8);
    m_recent->setColumnStretch(kCardsInRow, 1);
    lines->addLayout(m_recent);
    lines->addWidget(labelled(tr("Or drop a study, a fit or a session here."), "faint", column));
    lines->addStretch(3);
    auto* const layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 3);
    layout->addStretch(1);
    connect(m_demonstration, &QAbstractButton::clicked, this, &WelcomePage::demonstrationRequested);
    connect(m_continue, &QAbstractButton::clicked, this, &WelcomePage::continueRequested);
    connect(fit, &QAbstractButton::clicked, this, &WelcomePage::openFitRequested);
    connect(study, &QAbstractButton::clicked, this, &WelcomePage::openStudyRequested);
    connect(saved, &QAbstractButton::clicked, this, &WelcomePage::openSessionRequested);
}

ChoiceButton* WelcomePage::addChoice(const char* icon, const QString& title, const QString& text)
{
    auto* const button = new ChoiceButton(icon, title, text, this);
    m_choices->addWidget(button);
    return button;
}

void WelcomePage::setDemonstration(const QString& reason)
{
    setAvailable(m_demonstration, reason.isEmpty(), reason);
    m_demonstration->setExplanation(
        reason.isEmpty() ? tr("A small fitted study: choose regions, watch the faces.") : reason);
}

void WelcomePage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* const item = m_recent->takeAt(0)) {
        if (QWidget* const widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    m_cards.clear();
    m_continue->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
    for (int place = 0; place < paths.size(); ++place) {
        const QString& path = paths[place];
        const QFileInfo info(path); // for its name; nothing is looked at
        const bool isSession = SessionFiles::isSessionName(path);
        auto* const card = new WorkCard(recentPicture(path), isSession ? "save" : "brain",
                                        isSession ? info.completeBaseName() : info.fileName(),
                                        QDir::toNativeSeparators(info.path()), this);
        card->setToolTip(QDir::toNativeSeparators(path));
        m_recent->addWidget(card, place / kCardsInRow, place % kCardsInRow);
        m_cards.push_back(card);
        connect(card, &QAbstractButton::clicked, this,
                [this, path] { Q_EMIT recentRequested(path); });
    }
    showCards();
}

/// A second row only where there is room for it; the menu has the rest.
void WelcomePage::showCards()
{
    constexpr int kRoomForTwoRows = 880;
    for (std::size_t card = 0; card < m_cards.size(); ++card)
        m_cards[card]->setVisible(card < kCardsInRow || height() >= kRoomForTwoRows);
}

void WelcomePage::resizeEvent(QResizeEvent*) { showCards(); }

} // namespace fusiform

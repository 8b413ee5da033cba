// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/welcome_page.h"

#include "widgets/controls/availability.h"
#include "widgets/controls/choice_button.h"
#include "widgets/controls/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fusiform {

namespace {
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
                           tr("The fit that was open last, with its regions as they were."));
    m_continue->setObjectName(QStringLiteral("continueChoice"));
    auto* const fit
        = addChoice("folder-open", tr("Open a fit…"), tr("A folder that a fit was written to."));
    auto* const study = addChoice("layers", tr("Open a BIDS study…"),
                                  tr("Lists its subjects; fits one of them, then opens the fit."));
    study->setObjectName(QStringLiteral("openStudyChoice"));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(4);
    lines->addLayout(m_recent);
    lines->addSpacing(8);
    lines->addWidget(labelled(tr("Or drop a folder here."), "faint", column));
    lines->addStretch(3);
    auto* const layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 3);
    layout->addStretch(1);
    connect(m_demonstration, &QAbstractButton::clicked, this, &WelcomePage::demonstrationRequested);
    connect(m_continue, &QAbstractButton::clicked, this, &WelcomePage::continueRequested);
    connect(fit, &QAbstractButton::clicked, this, &WelcomePage::openFitRequested);
    connect(study, &QAbstractButton::clicked, this, &WelcomePage::openStudyRequested);
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

void WelcomePage::setRecent(const QStringList& folders)
{
    while (QLayoutItem* const item = m_recent->takeAt(0)) {
        if (QWidget* const widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    m_continue->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    m_recent->addSpacing(8);
    m_recent->addWidget(labelled(tr("Opened lately"), "section", this));
    for (const QString& folder : folders) {
        auto* const button
            = new QPushButton(themedIcon("history"),
                              QStringLiteral(" %1   %2")
                                  .arg(QFileInfo(folder).fileName(),
                                       QDir::toNativeSeparators(QFileInfo(folder).path())),
                              this);
        button->setToolTip(QDir::toNativeSeparators(folder));
        button->setFlat(true);
        button->setStyleSheet(QStringLiteral("text-align: left; border: none;"));
        m_recent->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, folder] { Q_EMIT folderRequested(folder); });
    }
}

} // namespace fusiform

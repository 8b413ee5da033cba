// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the left edge: which page of the work is shown.
#include "app/shell/main_window.h"

#include "app/prepare/prepare_page.h"
#include "app/shell/opener.h"

#include <QToolBar>
#include <QToolButton>

namespace fusiform {

void MainWindow::makePageStrip()
{
    m_pageStrip = new QToolBar(tr("Pages"), this);
    m_pageStrip->setObjectName(QStringLiteral("modeStrip"));
    m_pageStrip->setMovable(false);
    m_pageStrip->toggleViewAction()->setVisible(false);
    m_pageStrip->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_pageStrip->setIconSize({20, 20});
    m_pageStrip->addAction((*m_actions)[ActionId::ExplorePage]);
    m_pageStrip->addAction((*m_actions)[ActionId::PreparePage]);
    addToolBar(Qt::LeftToolBarArea, m_pageStrip);
}

void MainWindow::connectPages()
{
    const ActionTable& actions = *m_actions;
    connect(actions[ActionId::ExplorePage], &QAction::triggered, this,
            [this] { showPage(Page::Explore); });
    connect(actions[ActionId::PreparePage], &QAction::triggered, this,
            [this] { showPage(Page::Prepare); });
    connect(m_prepare, &PreparePage::fitRequested, m_opener, &Opener::openStudy);
    connect(m_prepare, &PreparePage::problem, this, &MainWindow::showProblem);
}

/// A page that has nothing to show is not listed; a single page needs no strip to choose it.
void MainWindow::showPageStrip()
{
    const bool hasFit = m_session.opened() != nullptr;
    const bool hasStudy = !m_prepare->study().isEmpty();
    QAction* const explore = (*m_actions)[ActionId::ExplorePage];
    QAction* const prepare = (*m_actions)[ActionId::PreparePage];
    explore->setVisible(hasFit);
    prepare->setVisible(hasStudy);
    explore->setChecked(m_page == Page::Explore);
    prepare->setChecked(m_page == Page::Prepare);
    m_pageStrip->setVisible(m_page != Page::Welcome && hasStudy);
}

void MainWindow::prepare(const QString& study, const QString& subject)
{
    m_prepare->openStudy(study, subject);
    showPage(Page::Prepare);
    refreshActions();
}

void MainWindow::closeAll()
{
    m_prepare->openStudy({});
    if (m_session.opened()) {
        m_session.open(nullptr); // the welcome page comes with the session's change
        return;
    }
    showPage(Page::Welcome);
    refreshActions();
}

} // namespace fusiform

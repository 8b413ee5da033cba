// SPDX-License-Identifier: GPL-3.0-or-later
// The strip at the left edge: which page of the work is shown.
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/faces/faces_page.h"
#include "app/prepare/prepare_page.h"
#include "app/present/present_page.h"
#include "app/results/results_page.h"
#include "app/shell/brain_looks.h"
#include "app/shell/opener.h"
#include "app/shell/session_files.h"
#include "widgets/controls/message_bar.h"

#include <QLayout>
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
    for (const ActionId page : {ActionId::StartPage, ActionId::ExplorePage, ActionId::PreparePage,
                                ActionId::FacesPage, ActionId::ResultsPage, ActionId::PresentPage})
        m_pageStrip->addAction((*m_actions)[page]);
    addToolBar(Qt::LeftToolBarArea, m_pageStrip);
}

void MainWindow::connectPages()
{
    const ActionTable& actions = *m_actions;
    constexpr std::pair<ActionId, Page> kPages[]
        = {{ActionId::StartPage, Page::Welcome},   {ActionId::ExplorePage, Page::Explore},
           {ActionId::PreparePage, Page::Prepare}, {ActionId::FacesPage, Page::Faces},
           {ActionId::ResultsPage, Page::Results}, {ActionId::PresentPage, Page::Present}};
    for (const auto& [id, page] : kPages)
        connect(actions[id], &QAction::triggered, this, [this, page = page] { showPage(page); });
    connect(m_prepare, &PreparePage::fitRequested, m_opener, &Opener::openStudy);
    connect(m_prepare, &PreparePage::problem, this, &MainWindow::showProblem);
    connect(m_facesPage, &FacesPage::problem, this, &MainWindow::showProblem);
    connect(m_facesPage, &FacesPage::saveRequested, this, &MainWindow::savePicture);
    connect(m_facesPage, &FacesPage::figureExportRequested, this, &MainWindow::saveFigure);
    connect(actions[ActionId::NewSlide], &QAction::triggered, this, [this] {
        presentPage().addSlide();
        if (m_page != Page::Present)
            m_messages->show(MessageBar::Kind::Information,
                             tr("A slide of this view is in the talk (page Present)."));
    });
    connect(actions[ActionId::PresentSlides], &QAction::triggered, this,
            [this] { presentPage().present(); });
    connect(m_results, &ResultsPage::problem, this, &MainWindow::showProblem);
    connect(m_results, &ResultsPage::figureSaved, this, [this](const QString& file) {
        m_messages->show(MessageBar::Kind::Information,
                         tr("The figure is in %1, its numbers and settings beside it.").arg(file));
    });
    connect(m_results, &ResultsPage::reportSaved, this, [this](const QString& file) {
        m_messages->show(MessageBar::Kind::Information, tr("The report is in %1.").arg(file));
    });
}

PresentPage& MainWindow::presentPage()
{
    if (m_present)
        return *m_present;
    m_present = new PresentPage(m_session,
                                {[this] { return currentLook(m_session, *m_brain, *m_actions); },
                                 [this](const present::BrainLook& look) {
                                     showLook(look, m_session, *m_brain, *m_actions);
                                 },
                                 [this] { return m_brain->surface(); }},
                                m_glProblem, m_presentPlace);
    m_presentPlace->layout()->setContentsMargins(0, 0, 0, 0);
    m_presentPlace->layout()->addWidget(m_present);
    connect(m_present, &PresentPage::problem, this, &MainWindow::showProblem);
    connect(m_present, &PresentPage::exported, this,
            [this](const QString& text) { m_messages->show(MessageBar::Kind::Information, text); });
    connect(m_present, &PresentPage::exploreRequested, this, [this] { showPage(Page::Explore); });
    return *m_present;
}

/// A page that has nothing to show is not listed. Face models can be looked at without a study.
void MainWindow::showPageStrip()
{
    const bool hasFit = m_session.opened() != nullptr;
    const bool hasStudy = !m_prepare->study().isEmpty();
    const auto show = [this](ActionId id, Page page, bool isListed) {
        QAction* const action = (*m_actions)[id];
        action->setVisible(isListed);
        action->setChecked(m_page == page);
    };
    show(ActionId::StartPage, Page::Welcome, !hasFit);
    show(ActionId::ExplorePage, Page::Explore, hasFit);
    show(ActionId::PreparePage, Page::Prepare, hasStudy);
    show(ActionId::FacesPage, Page::Faces, true);
    show(ActionId::ResultsPage, Page::Results, hasFit);
    show(ActionId::PresentPage, Page::Present, hasFit);
    m_pageStrip->setVisible(m_page != Page::Welcome);
}

void MainWindow::prepare(const QString& study, const QString& subject)
{
    m_prepare->openStudy(study, subject);
    showPage(Page::Prepare);
    refreshActions();
}

void MainWindow::closeAll()
{
    m_files->leave([this] {
        m_prepare->openStudy({});
        if (m_session.opened()) {
            m_session.open(nullptr); // the welcome page comes with the session's change
            return;
        }
        showPage(Page::Welcome);
        refreshActions();
    });
}

} // namespace fusiform

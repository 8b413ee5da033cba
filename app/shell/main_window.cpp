// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/docks/faces_panel.h"
#include "app/docks/identification_panel.h"
#include "app/docks/jobs_panel.h"
#include "app/docks/journal_panel.h"
#include "app/docks/log_panel.h"
#include "app/docks/map_bar.h"
#include "app/docks/preference_panel.h"
#include "app/docks/region_edits.h"
#include "app/docks/region_starts.h"
#include "app/docks/regions_panel.h"
#include "app/docks/scene_bar.h"
#include "app/docks/selection_panel.h"
#include "app/docks/surface_chooser.h"
#include "app/docks/what_if_panel.h"
#include "app/faces/faces_page.h"
#include "app/prepare/prepare_page.h"
#include "app/present/present_page.h"
#include "app/results/results_page.h"
#include "app/shell/brain_looks.h"
#include "app/shell/fit_facts.h"
#include "app/shell/manual_window.h"
#include "app/shell/opener.h"
#include "app/shell/place_names.h"
#include "app/shell/recent.h"
#include "app/shell/seal_keeper.h"
#include "app/shell/session_files.h"
#include "app/shell/status_line.h"
#include "app/shell/timing.h"
#include "app/shell/watchdog.h"
#include "app/shell/welcome_page.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/dock_title.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/message_bar.h"
#include "widgets/controls/switch_button.h"
#include "widgets/faces/face_gallery.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace fusiform {

namespace {
constexpr const char* kGeometry = "window/geometry";
constexpr const char* kLayout = "window/layout";
} // namespace

MainWindow::MainWindow(Session& session, JobRunner& jobs, LivePipeline& live,
                       const QString& glProblem)
    : m_session(session),
      m_jobs(jobs),
      m_live(live),
      m_binding(session, live),
      m_actions(new ActionTable(this)),
      m_opener(new Opener(session, jobs, this)),
      m_sealKeeper(new SealKeeper(session, jobs, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Fusiform"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/application.png")));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    // Below: the title of the dock stands above its content, and a tab there would repeat it.
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::South);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setAcceptDrops(true);
    makeSessionKeeper();
    m_actions->fill(menuBar());
    makeBar();
    makePageStrip();
    makeCentre(glProblem);
    makeDocks();
    m_placeNames = new PlaceNames(m_session, m_jobs, this);
    setStatusBar(new StatusLine(session, live, *m_placeNames, this));
    connectFiles();
    connectEdit();
    connectView();
    connectRegions();
    connectReports();
    connectPages();
    connectSessions();
    constexpr QSize kFrame(8, 36); // that the system draws around the window
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize() - kFrame));
    arrangeForSmallScreen();
    m_defaultLayout = m_workLayout = saveState(kLayoutVersion);
    connect(&session, &Session::changed, this, &MainWindow::refresh);
    refreshActions();
    showRecent();
    showPage(Page::Welcome);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre(const QString& glProblem)
{
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    m_welcome->setDemonstration(Opener::demonstration().isEmpty()
                                    ? tr("The demonstration is not installed here.")
                                    : QString());
    m_brain = new BrainPanel(m_session, m_jobs, m_live, glProblem, m_pages);
    setManualPage(m_brain, "window");
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_brain);
    m_prepare = new PreparePage(m_jobs, m_pages);
    setManualPage(m_prepare, "prepare");
    m_pages->addWidget(m_prepare);
    m_facesPage = new FacesPage(m_jobs, m_pages);
    setManualPage(m_facesPage, "models");
    m_pages->addWidget(m_facesPage);
    m_results = new ResultsPage(m_session, m_jobs, m_pages);
    setManualPage(m_results, "results");
    m_pages->addWidget(m_results);
    m_presentPlace = new QWidget(m_pages);
    new QVBoxLayout(m_presentPlace);
    setManualPage(m_presentPlace, "present");
    m_pages->addWidget(m_presentPlace);
    m_glProblem = glProblem;
    turnTo(m_page);
    auto* const centre = new QWidget(this);
    auto* const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    m_messages = new MessageBar(centre); // over the pages, which stay where they are
    setCentralWidget(centre);
    connect(m_brain, &BrainPanel::surfacePainted, this, [] { markTime("brain shown"); });
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, QWidget* content,
                                 Qt::DockWidgetArea area)
{
    auto* const dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    content->setAttribute(Qt::WA_StyledBackground); // the panel's colour, not the window's
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(dock));
    addDockWidget(area, dock);
    m_docks.append(dock);
    return dock;
}

void MainWindow::makeDocks()
{
    m_faces = new FacesPanel(m_session, m_live, this);
    m_log = new LogPanel(this);
    m_regions = new RegionsPanel(m_session, this);
    m_regionEdits = new RegionEdits(m_session, m_jobs, this);
    m_regionStarts = new RegionStarts(m_session, m_jobs, this);
    m_preference = new PreferencePanel(m_session, m_live.shelf(), this);
    auto* const regions = addDock("regionsDock", tr("Regions"), m_regions, Qt::LeftDockWidgetArea);
    auto* const faces = addDock("facesDock", tr("Faces"), m_faces, Qt::RightDockWidgetArea);
    auto* const identification
        = addDock("identificationDock", tr("Identification"),
                  new IdentificationPanel(m_session, m_live, this), Qt::RightDockWidgetArea);
    auto* const selection = addDock("selectionDock", tr("Selection"),
                                    new SelectionPanel(m_session, this), Qt::RightDockWidgetArea);
    auto* const comparison = new WhatIfPanel(m_session, m_live, this);
    auto* const whatIf = addDock("whatIfDock", tr("What if"), comparison, Qt::RightDockWidgetArea);
    connect(comparison, &WhatIfPanel::saveRequested, this, &MainWindow::savePicture);
    auto* const preference
        = addDock("preferenceDock", tr("Preferred face"), m_preference, Qt::LeftDockWidgetArea);
    m_jobsDock
        = addDock("jobsDock", tr("Jobs"), new JobsPanel(m_jobs, this), Qt::LeftDockWidgetArea);
    auto* const log = addDock("logDock", tr("Log"), m_log, Qt::LeftDockWidgetArea);
    //: noun, the list of all changes
    auto* const journal = addDock("journalDock", tr("Journal"), new JournalPanel(m_session, this),
                                  Qt::LeftDockWidgetArea);
    setManualPage(regions, "regions");
    setManualPage(faces, "decoding");
    setManualPage(identification, "decoding");
    setManualPage(selection, "regions");
    setManualPage(whatIf, "decoding");
    setManualPage(preference, "decoding");
    setManualPage(m_jobsDock, "window");
    setManualPage(log, "window");
    setManualPage(journal, "window");
    tabifyDockWidget(preference, m_jobsDock);
    tabifyDockWidget(m_jobsDock, log);
    tabifyDockWidget(identification, selection);
    tabifyDockWidget(selection, journal);
    tabifyDockWidget(faces, whatIf);
    identification->raise();
    faces->raise();
    preference->raise();
    connect(m_brain, &BrainPanel::hovered, m_preference, &PreferencePanel::setHovered);
    resizeDocks({regions, faces}, {230, 520}, Qt::Horizontal);
    resizeDocks({faces, identification}, {580, 340}, Qt::Vertical);
    resizeDocks({regions, preference}, {560, 320}, Qt::Vertical);
    connect(m_faces, &FacesPanel::facesShown, this, [] { markTime("faces shown"); });
    connect(m_faces, &FacesPanel::saveRequested, this, &MainWindow::savePicture);
    connect(m_faces->gallery(), &FaceGallery::facePressed, this, [this](int face) {
        m_binding.setFocus(static_cast<std::size_t>(face));
        m_brain->maps().setFocusFace(face);
    });
}

void MainWindow::makeBar()
{
    m_bar = addToolBar(tr("Main bar"));
    m_bar->setObjectName(QStringLiteral("mainBar"));
    m_bar->setMovable(false);
    m_bar->toggleViewAction()->setVisible(false);
    m_bar->addAction((*m_actions)[ActionId::OpenFit]);
    m_bar->addAction((*m_actions)[ActionId::Undo]);
    m_bar->addAction((*m_actions)[ActionId::Redo]);
    m_subject = new QLabel(m_bar);
    m_subject->setObjectName(QStringLiteral("subjectText"));
    m_subject->setProperty("role", QStringLiteral("heading"));
    m_subject->setContentsMargins(12, 0, 12, 0);
    m_bar->addWidget(m_subject);
    m_caution = new QLabel(m_bar);
    m_caution->setObjectName(QStringLiteral("fitCaution"));
    m_caution->setProperty("role", QStringLiteral("warning"));
    m_bar->addWidget(m_caution);
    auto* const gap = new QWidget(m_bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    m_seal = new QToolButton(m_bar);
    m_seal->setObjectName(QStringLiteral("sealButton"));
    m_seal->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_seal->setIconSize({16, 16});
    setManualPage(m_seal, "decoding");
    m_bar->addWidget(m_seal);
    m_liveSwitch = new SwitchButton(tr("Live"), m_bar);
    m_liveSwitch->setObjectName(QStringLiteral("liveSwitch"));
    m_liveSwitch->setCheckable(true);
    m_liveSwitch->setToolTip(tr("Faces follow the region (L)"));
    m_bar->addWidget(m_liveSwitch);
    m_bar->addAction((*m_actions)[ActionId::FullScreenFaces]);
    connect(m_liveSwitch, &QAbstractButton::clicked, &m_session, &Session::setLive);
    connect(m_seal, &QToolButton::clicked, m_sealKeeper, &SealKeeper::ask);
}

void MainWindow::connectReports()
{
    connect(&m_jobs, &JobRunner::failed, this, [this](const QString& title, const QString& reason) {
        m_log->add(tr("%1: failed").arg(title));
        showProblem(reason);
    });
    connect(&m_jobs, &JobRunner::finished, this,
            [this](const QString& title) { m_log->add(tr("%1: done").arg(title)); });
    connect(&m_jobs, &JobRunner::cancelled, this,
            [this](const QString& title) { m_log->add(tr("%1: stopped").arg(title)); });
    connect(&m_jobs, &JobRunner::noted, this, [this](bool isWarning, const QString& text) {
        m_log->add(isWarning ? tr("Warning: %1").arg(text) : text);
    });
    connect(&m_jobs, &JobRunner::changed, this, [this] {
        if (m_page == Page::Welcome)
            m_jobsDock->setVisible(m_jobs.isBusy());
    });
    connect(&m_live, &LivePipeline::failed, this, &MainWindow::showProblem);
    connect(m_opener, &Opener::problem, this, [this](const QString& text, const QString& path) {
        m_isContinuing = false;
        forgetOpened(path);
        showProblem(text);
        showRecent();
    });
    connect(&m_session, &Session::problem, this, &MainWindow::showProblem);
    connect(m_opener, &Opener::lastSessionKnown, this, &MainWindow::offerToGoOn);
    connect(m_messages, &MessageBar::accepted, this, [this] {
        if (std::exchange(m_isTourOffered, false))
            startTour();
        else
            m_opener->resume(m_lastSession);
    });
    connect(m_opener, &Opener::surfaceWanted, &m_brain->bar().surfaces(),
            &SurfaceChooser::openFile);
    connect(m_opener, &Opener::studyRead, this, &MainWindow::offerStudy);
    connect(m_opener, &Opener::atlasRead, this, &MainWindow::offerAtlas);
    connect(m_sealKeeper, &SealKeeper::opened, this, [this](const QString& recorded) {
        m_log->add(recorded);
        m_messages->show(MessageBar::Kind::Warning, recorded);
    });
    connect(m_opener, &Opener::fitOpened, this, [this](const QString& folder) {
        rememberOpened(folder);
        showOpenedFit(folder);
        if (folder == Opener::demonstration())
            offerTour();
    });
    if (Watchdog::isWanted())
        connect(new Watchdog(this), &Watchdog::blocked, this, [this](int milliseconds) {
            m_log->add(tr("The window was busy for %1 ms").arg(milliseconds));
        });
}

void MainWindow::showOpenedFit(const QString& folder)
{
    m_messages->hide();
    m_log->add(tr("Opened %1").arg(folder));
    if (const QString study = studyOfFit(folder); !study.isEmpty())
        m_prepare->openStudy(study, m_subject->text());
    showPageStrip();
}

QString MainWindow::shortTime(const std::string& utc)
{
    const QDateTime time
        = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
    return QLocale().toString(time, QLocale::ShortFormat);
}

void MainWindow::offerToGoOn(const std::optional<journal::LastSession>& session)
{
    const bool isContinuing = std::exchange(m_isContinuing, false);
    if (!session)
        return;
    m_lastSession = session->file;
    if (isContinuing) {
        m_opener->resume(m_lastSession);
        return;
    }
    const QString question = session->isClosed
                                 ? tr("You worked on this fit before, last on %1.")
                                 : tr("The last session of this fit did not end in order; its last "
                                      "change was on %1.");
    m_isTourOffered = false;
    m_messages->offer(question.arg(shortTime(session->lastTime)), tr("Go on from there"));
}

/// The fit that was open last, with the regions as they were then.
void MainWindow::continueLast()
{
    const QStringList fits = recentlyOpened();
    if (fits.isEmpty())
        return;
    m_isContinuing = true;
    openFolder(fits.front());
}

void MainWindow::showProblem(const QString& text)
{
    m_log->add(text);
    m_messages->show(MessageBar::Kind::Problem, text);
}

void MainWindow::refresh(Session::Changes changes)
{
    if (changes & Session::FitChange) {
        const auto opened = m_session.opened();
        showPage(opened ? Page::Explore : Page::Welcome);
        std::vector<std::filesystem::path> models;
        if (opened)
            for (const glm::ModelFit& model : opened->fit.models)
                models.push_back(model.modelFile);
        m_facesPage->offerModels(models);
        m_subject->setText(opened ? QString::fromStdString(opened->fit.subject) : QString());
        m_subject->setToolTip(opened ? fitFacts(opened->fit) : QString());
        m_caution->setText(opened ? fitCaution(opened->fit) : QString());
        m_caution->setToolTip(m_subject->toolTip());
        showRecent();
    }
    if (changes & (Session::FitChange | Session::SealChange))
        showSeal();
    refreshActions();
}

/// Where one dock above another leaves no room for either, they share the place as tabs.
void MainWindow::arrangeForSmallScreen()
{
    constexpr int kRoomForBoth = 850;
    if (height() >= kRoomForBoth)
        return;
    const auto dock
        = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    tabifyDockWidget(dock("facesDock"), dock("identificationDock"));
    tabifyDockWidget(dock("facesDock"), dock("selectionDock"));
    dock("facesDock")->raise();
    tabifyDockWidget(dock("preferenceDock"), dock("journalDock"));
    dock("preferenceDock")->raise();
    tabifyDockWidget(dock("regionsDock"), m_jobsDock);
    tabifyDockWidget(dock("regionsDock"), dock("logDock"));
    dock("regionsDock")->raise();
    resizeDocks({dock("regionsDock"), dock("facesDock")}, {180, 350}, Qt::Horizontal);
}

/// The lock: closed with the number of faces behind it, or open for as long as this fit is.
void MainWindow::showSeal()
{
    const auto opened = m_session.opened();
    const bool isOpen = opened && opened->isSealOpen;
    const auto sealed = opened ? opened->sealedCount() : 0;
    // A tool bar shows and hides the action a widget is wrapped in.
    for (QAction* const action : m_bar->actions())
        if (m_bar->widgetForAction(action) == m_seal)
            action->setVisible(isOpen || sealed > 0);
    m_seal->setIcon(isOpen ? themedIcon("lock-open", "warning") : themedIcon("lock", "mutedText"));
    const QLocale locale;
    const QString text
        = isOpen ? tr("Seal open: all %1 faces")
                       .arg(locale.toString(static_cast<qlonglong>(opened->faces.front().count())))
                 : tr("Sealed faces: %1").arg(locale.toString(static_cast<qlonglong>(sealed)));
    m_seal->setText(QChar(QChar::Nbsp) + text);
    m_seal->setAccessibleName(text);
    m_seal->setToolTip(isOpen
                           ? tr("The confirmation faces were opened; the fit has a record of it.")
                           : tr("Confirmation faces, sealed so that a region can be chosen "
                                "without looking at them. Click to open them."));
}

void MainWindow::showRecent()
{
    const QStringList folders = recentlyOpened();
    m_welcome->setRecent(folders);
    m_recent->clear();
    // Queued: a folder that is gone makes this menu anew, which deletes the action that was chosen.
    for (const QString& folder : folders)
        connect(
            m_recent->addAction(QDir::toNativeSeparators(folder)), &QAction::triggered, this,
            [this, folder] { openFolder(folder); }, Qt::QueuedConnection);
    m_recent->menuAction()->setEnabled(!folders.isEmpty());
}

/// Only the page that is shown says how much room the window needs.
void MainWindow::turnTo(Page page)
{
    for (int p = 0; p < m_pages->count(); ++p) {
        const auto policy
            = p == static_cast<int>(page) ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(p)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentIndex(static_cast<int>(page));
}

/// Only Explore has docks: elsewhere they would be empty, or about something else.
void MainWindow::showPage(Page page)
{
    if (page != m_page) {
        const bool isExplore = page == Page::Explore;
        if (m_page == Page::Explore)
            m_workLayout = saveState(kLayoutVersion);
        m_page = page;
        // Docks go before, and come after, the page: together they need more room than either.
        if (!isExplore)
            for (QDockWidget* const dock : m_docks)
                dock->hide();
        turnTo(page);
        if (isExplore)
            restoreState(m_workLayout, kLayoutVersion);
        m_bar->setVisible(isExplore);
        statusBar()->setVisible(isExplore);
        if (page == Page::Welcome)
            m_jobsDock->setVisible(m_jobs.isBusy());
        if (page == Page::Faces)
            m_facesPage->wake();
        if (page == Page::Present)
            presentPage().wake();
        showUndo();
    }
    showPageStrip();
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QLatin1String(kGeometry)).toByteArray());
    const QByteArray layout = settings.value(QLatin1String(kLayout)).toByteArray();
    if (!layout.isEmpty())
        m_workLayout = layout;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_isLeaving && (m_keeper->isModified() || m_keeper->isSaving())) {
        event->ignore();
        m_files->leave([this] {
            m_isLeaving = true;
            // Queued: the answer may come while this event is still at work.
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    QSettings settings;
    settings.setValue(QLatin1String(kGeometry), saveGeometry());
    settings.setValue(QLatin1String(kLayout),
                      m_page == Page::Explore ? saveState(kLayoutVersion) : m_workLayout);
    QMainWindow::closeEvent(event);
}

QString MainWindow::droppedPath(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPath(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedPath(*event);
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFolder(path);
}

} // namespace fusiform

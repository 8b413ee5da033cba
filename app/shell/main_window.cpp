// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/docks/faces_panel.h"
#include "app/docks/identification_panel.h"
#include "app/docks/jobs_panel.h"
#include "app/docks/log_panel.h"
#include "app/docks/regions_panel.h"
#include "app/shell/opener.h"
#include "app/shell/recent.h"
#include "app/shell/status_line.h"
#include "app/shell/timing.h"
#include "app/shell/watchdog.h"
#include "app/shell/welcome_page.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/message_bar.h"
#include "widgets/controls/switch_button.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

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
      m_opener(new Opener(
          session, jobs,
          [this](const QStringList& subjects) {
              return QInputDialog::getItem(
                  this, tr("Subject"), tr("Which subject shall be fitted?"), subjects, 0, false);
          },
          this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Fusiform"));
    setWindowIcon(themedIcon("scan-face"));
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setAcceptDrops(true);
    m_actions->fill(menuBar());
    makeBar();
    makeCentre(glProblem);
    makeDocks();
    setStatusBar(new StatusLine(session, live, this));
    connectFiles();
    connectEdit();
    connectView();
    connectRegions();
    connectReports();
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize()));
    m_defaultLayout = m_workLayout = saveState(kLayoutVersion);
    connect(&session, &Session::changed, this, &MainWindow::refresh);
    refreshActions();
    showWork(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre(const QString& glProblem)
{
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    m_welcome->setDemonstration(Opener::demonstration().isEmpty()
                                    ? tr("The demonstration is not installed here.")
                                    : QString());
    m_welcome->setRecent(recentFits());
    m_brain = new BrainPanel(m_session, m_jobs, glProblem, m_pages);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_brain);
    auto* const centre = new QWidget(this);
    auto* const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(centre);
    m_messages->hide();
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    connect(m_brain, &BrainPanel::surfacePainted, this, [] { markTime("brain shown"); });
}

QDockWidget* MainWindow::addDock(const char* name, const QString& title, QWidget* content,
                                 Qt::DockWidgetArea area)
{
    auto* const dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_docks.append(dock);
    return dock;
}

void MainWindow::makeDocks()
{
    m_faces = new FacesPanel(m_session, m_live, this);
    m_log = new LogPanel(this);
    auto* const regions = addDock("regionsDock", tr("Regions"), new RegionsPanel(m_session, this),
                                  Qt::LeftDockWidgetArea);
    auto* const faces = addDock("facesDock", tr("Faces"), m_faces, Qt::RightDockWidgetArea);
    auto* const identification
        = addDock("identificationDock", tr("Identification"),
                  new IdentificationPanel(m_session, m_live, this), Qt::RightDockWidgetArea);
    m_jobsDock
        = addDock("jobsDock", tr("Jobs"), new JobsPanel(m_jobs, this), Qt::LeftDockWidgetArea);
    auto* const log = addDock("logDock", tr("Log"), m_log, Qt::LeftDockWidgetArea);
    tabifyDockWidget(m_jobsDock, log);
    m_jobsDock->raise();
    resizeDocks({regions, faces}, {230, 520}, Qt::Horizontal);
    resizeDocks({faces, identification}, {580, 340}, Qt::Vertical);
    resizeDocks({regions, m_jobsDock}, {640, 240}, Qt::Vertical);
    connect(m_faces, &FacesPanel::facesShown, this, [] { markTime("faces shown"); });
    connect(m_faces, &FacesPanel::saveRequested, this, &MainWindow::savePicture);
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
    auto* const gap = new QWidget(m_bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_bar->addWidget(gap);
    m_seal = new QLabel(m_bar);
    m_seal->setProperty("role", QStringLiteral("muted"));
    m_seal->setContentsMargins(0, 0, 12, 0);
    m_bar->addWidget(m_seal);
    m_liveSwitch = new SwitchButton(tr("Live"), m_bar);
    m_liveSwitch->setObjectName(QStringLiteral("liveSwitch"));
    m_liveSwitch->setCheckable(true);
    m_liveSwitch->setToolTip(tr("Faces follow the region (L)"));
    m_bar->addWidget(m_liveSwitch);
    m_bar->addAction((*m_actions)[ActionId::FullScreenFaces]);
    connect(m_liveSwitch, &QAbstractButton::clicked, &m_session, &Session::setLive);
}

void MainWindow::connectReports()
{
    connect(&m_jobs, &JobRunner::failed, this, [this](const QString& title, const QString& reason) {
        showProblem(tr("%1: %2").arg(title, reason));
    });
    connect(&m_jobs, &JobRunner::finished, this,
            [this](const QString& title) { m_log->add(tr("%1: done").arg(title)); });
    connect(&m_jobs, &JobRunner::cancelled, this,
            [this](const QString& title) { m_log->add(tr("%1: stopped").arg(title)); });
    connect(&m_jobs, &JobRunner::noted, this, [this](bool isWarning, const QString& text) {
        m_log->add(isWarning ? tr("Warning: %1").arg(text) : text);
    });
    connect(&m_jobs, &JobRunner::changed, this, [this] {
        if (!m_isWork)
            m_jobsDock->setVisible(m_jobs.isBusy());
    });
    connect(&m_live, &LivePipeline::failed, this, &MainWindow::showProblem);
    connect(m_opener, &Opener::problem, this, &MainWindow::showProblem);
    connect(m_opener, &Opener::fitOpened, this, [this](const QString& folder) {
        rememberFit(folder);
        m_messages->hide();
        m_log->add(tr("Opened %1").arg(folder));
    });
    if (Watchdog::isWanted())
        connect(new Watchdog(this), &Watchdog::blocked, this, [this](int milliseconds) {
            m_log->add(tr("The window was busy for %1 ms").arg(milliseconds));
        });
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
        showWork(opened != nullptr);
        m_subject->setText(opened ? QString::fromStdString(opened->fit.subject) : QString());
        m_subject->setToolTip(opened ? QString::fromStdString(opened->fit.folder.string())
                                     : QString());
        const auto sealed = opened && !opened->fit.models.empty()
                                ? opened->fit.models.front().confirmation.count()
                                : 0;
        m_seal->setText(sealed > 0 ? tr("Sealed confirmation faces: %1").arg(sealed) : QString());
        m_welcome->setRecent(recentFits());
    }
    refreshActions();
}

/// Without a fit only the welcome page is there: empty docks would explain nothing.
void MainWindow::showWork(bool isWork)
{
    if (isWork == m_isWork)
        return;
    m_isWork = isWork;
    if (!isWork)
        m_workLayout = saveState(kLayoutVersion);
    m_pages->setCurrentIndex(isWork ? 1 : 0);
    m_bar->setVisible(isWork);
    if (isWork) {
        restoreState(m_workLayout, kLayoutVersion);
        return;
    }
    for (QDockWidget* const dock : m_docks)
        dock->hide();
    m_jobsDock->setVisible(m_jobs.isBusy());
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
    QSettings settings;
    settings.setValue(QLatin1String(kGeometry), saveGeometry());
    settings.setValue(QLatin1String(kLayout), m_isWork ? saveState(kLayoutVersion) : m_workLayout);
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        m_opener->open(urls.front().toLocalFile());
}

} // namespace fusiform

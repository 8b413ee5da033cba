// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/live/live_binding.h"
#include "app/shell/action_table.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace fusiform {

class BrainPanel;
class FacesPage;
class FacesPanel;
class PreferencePanel;
class PlaceNames;
class RegionEdits;
class RegionStarts;
class RegionsPanel;
class PresentPage;
class ResultsPage;
class LogPanel;
class ManualWindow;
class MessageBar;
class Opener;
class PreparePage;
class SealKeeper;
class SessionFiles;
class SessionKeeper;
class SwitchButton;
class WelcomePage;
struct AtlasOffer;
namespace journal {
struct LastSession;
}
namespace report {
struct Figure;
}
struct StudyOffer;

/// The window: wires panels, docks and actions to the session, and holds no data itself.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// @param glProblem empty if the brain can be shown in three dimensions.
    MainWindow(Session& session, JobRunner& jobs, LivePipeline& live, const QString& glProblem);
    ~MainWindow() override;

    [[nodiscard]] ActionTable& actionTable() { return *m_actions; }
    [[nodiscard]] FacesPanel& faces() { return *m_faces; }
    [[nodiscard]] QList<QDockWidget*> docks() const { return m_docks; }
    [[nodiscard]] SessionKeeper& keeper() { return *m_keeper; }
    /// A fit, a BIDS study, a session, or the demonstration where the text is empty. What is open
    /// and not saved is asked about first.
    void openFolder(const QString& folder);
    void restoreLayout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static constexpr int kLayoutVersion = 5;

    QDockWidget* addDock(const char* name, const QString& title, QWidget* content,
                         Qt::DockWidgetArea area);
    void makeCentre(const QString& glProblem);
    void makeDocks();
    void makeBar();
    void makePageStrip();
    void arrangeForSmallScreen();
    void connectFiles();
    void connectEdit();
    void connectView();
    void connectRegions();
    void connectTools();
    void connectEdits();
    void connectReports();
    void connectPages();
    void startTour();
    void offerTour();
    /// Two more brains and a thread of its own: not for who does not present.
    [[nodiscard]] PresentPage& presentPage();
    void makeSessionKeeper();
    void connectSessions();
    [[nodiscard]] Json sessionView();
    void showSessionView(const Json& view);
    void openNow(const QString& path);
    void showOpenedFit(const QString& folder);
    /// As the user's language writes it. @param utc ISO 8601
    [[nodiscard]] static QString shortTime(const std::string& utc);
    void refresh(Session::Changes changes);
    void refreshActions();
    void showUndo(); ///< of the page that is shown
    enum class Page { Welcome, Explore, Prepare, Faces, Results, Present };
    void turnTo(Page page);
    void showPage(Page page);
    void showPageStrip();
    void continueLast();
    void prepare(const QString& study, const QString& subject);
    void closeAll();
    void showSeal();
    void showRecent();
    void offerStudy(const StudyOffer& offer);
    void offerToGoOn(const std::optional<journal::LastSession>& session);
    void chooseAtlas();
    void offerAtlas(const AtlasOffer& offer);
    void showManual();
    void chooseFit();
    void chooseStudy();
    void savePicture(const QImage& picture, const QString& suggestedName);
    void saveFigure(const report::Figure& figure, const QString& suggestedName);
    void showPalette();
    void setTheme(int choice);
    void showProblem(const QString& text);
    /// The local path that is dropped; empty if it is none.
    [[nodiscard]] static QString droppedPath(const QDropEvent& event);

    Session& m_session;
    JobRunner& m_jobs;
    LivePipeline& m_live;
    LiveBinding m_binding;
    ActionTable* m_actions;
    Opener* m_opener;
    QStackedWidget* m_pages = nullptr;
    WelcomePage* m_welcome = nullptr;
    MessageBar* m_messages = nullptr;
    BrainPanel* m_brain = nullptr;
    PreparePage* m_prepare = nullptr;
    FacesPage* m_facesPage = nullptr;
    ResultsPage* m_results = nullptr;
    QWidget* m_presentPlace = nullptr;
    PresentPage* m_present = nullptr; ///< made when it is first needed
    FacesPanel* m_faces = nullptr;
    RegionsPanel* m_regions = nullptr;
    RegionStarts* m_regionStarts = nullptr;
    PlaceNames* m_placeNames = nullptr;
    RegionEdits* m_regionEdits = nullptr;
    PreferencePanel* m_preference = nullptr;
    LogPanel* m_log = nullptr;
    QToolBar* m_bar = nullptr;
    QToolBar* m_pageStrip = nullptr;
    QLabel* m_subject = nullptr;
    QLabel* m_caution = nullptr; ///< what makes scores of the fit too good
    QToolButton* m_seal = nullptr;
    SealKeeper* m_sealKeeper = nullptr;
    SessionKeeper* m_keeper = nullptr;
    SessionFiles* m_files = nullptr;
    bool m_isTourOffered = false; ///< the message bar offers it, not a session
    bool m_isLeaving = false; ///< the user has said that the window may close
    ManualWindow* m_manual = nullptr;
    QMenu* m_recent = nullptr;
    SwitchButton* m_liveSwitch = nullptr;
    QDockWidget* m_jobsDock = nullptr;
    QList<QDockWidget*> m_docks;
    std::filesystem::path m_lastSession; ///< journal of the session that is offered
    bool m_isContinuing = false; ///< the fit that is being opened goes on without asking
    QString m_glProblem; ///< why the brain is not shown in three dimensions; empty: it is
    QByteArray m_defaultLayout;
    QByteArray m_workLayout;
    Page m_page = Page::Explore;
};

} // namespace fusiform

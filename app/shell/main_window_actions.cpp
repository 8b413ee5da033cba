// SPDX-License-Identifier: GPL-3.0-or-later
// What each action of the window does.
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/docks/faces_panel.h"
#include "app/docks/log_panel.h"
#include "app/docks/preference_panel.h"
#include "app/docks/region_edits.h"
#include "app/docks/region_starts.h"
#include "app/docks/regions_panel.h"
#include "app/docks/scene_bar.h"
#include "app/faces/faces_page.h"
#include "app/prepare/prepare_page.h"
#include "app/shell/command_palette.h"
#include "app/shell/diagnosis_dialog.h"
#include "app/shell/manual_window.h"
#include "app/shell/opener.h"
#include "app/shell/place_names.h"
#include "app/shell/recent.h"
#include "app/shell/seal_keeper.h"
#include "app/shell/session_files.h"
#include "app/shell/study_dialog.h"
#include "app/shell/theme.h"
#include "app/shell/welcome_page.h"
#include "app/support/text.h"
#include "core/face_model/face_models.h"
#include "core/report/figure_file.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/message_bar.h"
#include "widgets/controls/switch_button.h"

#include <QActionGroup>
#include <QApplication>
#include <QCursor>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QUndoStack>

#include <utility>

namespace fusiform {

void MainWindow::openFolder(const QString& folder)
{
    const QString wanted = folder.isEmpty() ? Opener::demonstration() : folder;
    if (wanted.isEmpty())
        showProblem(tr("The demonstration is not installed here."));
    else
        openNow(wanted);
}

/// Something that joins what is open, a mask for instance, asks nothing; what takes its place does.
void MainWindow::openNow(const QString& path)
{
    if (SessionFiles::isSessionName(path))
        m_files->leave([this, path] { m_keeper->open(path, recentlyOpened()); });
    else if (m_opener->isAddition(path))
        m_opener->open(path);
    else
        m_files->leave([this, path] { m_opener->open(path); });
}

void MainWindow::connectFiles()
{
    const ActionTable& actions = *m_actions;
    connect(actions[ActionId::OpenFit], &QAction::triggered, this, &MainWindow::chooseFit);
    connect(actions[ActionId::OpenStudy], &QAction::triggered, this, &MainWindow::chooseStudy);
    connect(actions[ActionId::OpenDemonstration], &QAction::triggered, this,
            [this] { openFolder({}); });
    m_recent = new QMenu(tr("Open recent"), this);
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    m_recent->setIcon(themedIcon("history"));
    m_actions->menu(MenuId::File)->insertMenu(actions[ActionId::OpenStudy], m_recent);
    connect(actions[ActionId::Welcome], &QAction::triggered, this, &MainWindow::closeAll);
    connect(actions[ActionId::SavePicture], &QAction::triggered, this,
            [this] { savePicture(grab().toImage(), QStringLiteral("fusiform.png")); });
    connect(actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
    connect(m_welcome, &WelcomePage::openFitRequested, this, &MainWindow::chooseFit);
    connect(m_welcome, &WelcomePage::openStudyRequested, this, &MainWindow::chooseStudy);
    connect(m_welcome, &WelcomePage::demonstrationRequested, this, [this] { openFolder({}); });
    connect(m_welcome, &WelcomePage::continueRequested, this, &MainWindow::continueLast);
    connect(m_welcome, &WelcomePage::openSessionRequested, m_files, &SessionFiles::choose);
    connect(m_welcome, &WelcomePage::recentRequested, this, &MainWindow::openFolder);
}

void MainWindow::connectEdit()
{
    const ActionTable& actions = *m_actions;
    // Every page takes back its own steps.
    connect(actions[ActionId::Undo], &QAction::triggered, this, [this] {
        if (m_page == Page::Faces)
            m_facesPage->undoStack().undo();
        else
            m_session.undo();
    });
    connect(actions[ActionId::Redo], &QAction::triggered, this, [this] {
        if (m_page == Page::Faces)
            m_facesPage->undoStack().redo();
        else
            m_session.redo();
    });
    connect(&m_facesPage->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showUndo);
    connect(actions[ActionId::Palette], &QAction::triggered, this, &MainWindow::showPalette);
    connect(actions[ActionId::Manual], &QAction::triggered, this, &MainWindow::showManual);
    connect(actions[ActionId::TakeTour], &QAction::triggered, this, &MainWindow::startTour);
    connect(actions[ActionId::Diagnose], &QAction::triggered, this, [this] {
        auto* const dialog = new DiagnosisDialog(m_glProblem, m_log->toPlainText(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &DiagnosisDialog::problem, this, &MainWindow::showProblem);
        dialog->open();
    });
    connect(actions[ActionId::About], &QAction::triggered, this, [this] {
        QMessageBox::about(
            this, tr("About Fusiform"),
            tr("Fusiform %1\n\nReconstructs faces from fMRI patterns, after VanRullen and Reddy "
               "(2019), Communications Biology 2:193.\nFree software: GPL 3 or later.")
                .arg(QStringLiteral(FUSIFORM_VERSION)));
    });
}

void MainWindow::connectView()
{
    const ActionTable& actions = *m_actions;
    connect(actions[ActionId::Glass], &QAction::toggled, m_brain, &BrainPanel::setGlass);
    for (const auto& [id, plane] : {std::pair(ActionId::CutAxial, scene::SlicePlane::Axial),
                                    std::pair(ActionId::CutCoronal, scene::SlicePlane::Coronal),
                                    std::pair(ActionId::CutSagittal, scene::SlicePlane::Sagittal)})
        connect(actions[id], &QAction::toggled, m_brain,
                [this, plane = plane](bool isOn) { m_brain->setCut(plane, isOn); });
    m_brain->bar().setCuts({actions[ActionId::CutAxial], actions[ActionId::CutCoronal],
                            actions[ActionId::CutSagittal]});
    connect(m_brain, &BrainPanel::surfaceShown, this, [this](bool isAnatomical) {
        for (const ActionId id : {ActionId::CutAxial, ActionId::CutCoronal, ActionId::CutSagittal})
            fusiform::setAvailable(
                (*m_actions)[id], isAnatomical,
                tr("An inflated surface does not lie where the brain does: show another "
                   "one to cut it."));
    });
    constexpr std::pair<ActionId, scene::LookFrom> kLooks[] = {
        {ActionId::LookLeft, scene::LookFrom::Left},
        {ActionId::LookRight, scene::LookFrom::Right},
        {ActionId::LookFront, scene::LookFrom::Front},
        {ActionId::LookBack, scene::LookFrom::Back},
        {ActionId::LookAbove, scene::LookFrom::Above},
        {ActionId::LookBelow, scene::LookFrom::Below},
    };
    for (const auto& [id, side] : kLooks)
        connect(actions[id], &QAction::triggered, m_brain,
                [this, side = side] { m_brain->lookFrom(side); });
    connect(actions[ActionId::ResetZoom], &QAction::triggered, m_brain, &BrainPanel::resetZoom);
    connect(actions[ActionId::ResetLayout], &QAction::triggered, this,
            [this] { restoreState(m_defaultLayout, kLayoutVersion); });
    connect(actions[ActionId::FullScreenFaces], &QAction::triggered, m_faces,
            &FacesPanel::openTheatre);
    auto* const themes = new QActionGroup(this);
    for (const ActionId id : {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark,
                              ActionId::ThemeContrast}) {
        const int choice = static_cast<int>(id) - static_cast<int>(ActionId::ThemeSystem);
        themes->addAction(actions[id]);
        actions[id]->setChecked(choice == static_cast<int>(savedTheme()));
        connect(actions[id], &QAction::triggered, this, [this, choice] { setTheme(choice); });
    }
    QMenu* const menu = m_actions->menu(MenuId::View);
    menu->addSeparator();
    for (QDockWidget* const dock : m_docks)
        menu->addAction(dock->toggleViewAction());
}

void MainWindow::setTheme(int choice)
{
    saveTheme(static_cast<ThemeChoice>(choice));
    applyTheme(static_cast<ThemeChoice>(choice));
}

void MainWindow::connectRegions()
{
    const ActionTable& actions = *m_actions;
    connectTools();
    connectEdits();
    connect(actions[ActionId::NewRegion], &QAction::triggered, &m_session, &Session::newRegion);
    connect(actions[ActionId::AddAtlas], &QAction::triggered, this, &MainWindow::chooseAtlas);
    connect(actions[ActionId::Thirds], &QAction::toggled, m_brain, &BrainPanel::setThirdsShown);
    connect(actions[ActionId::Thirds], &QAction::toggled, &m_regions->thirds(),
            &ThirdsControls::setAdjusting);
    connect(&m_regions->thirds(), &ThirdsControls::adjustRequested, actions[ActionId::Thirds],
            &QAction::setChecked);
    connect(actions[ActionId::Searchlight], &QAction::triggered, m_brain,
            &BrainPanel::askForSearchlight);
    connect(actions[ActionId::AddSphere], &QAction::triggered, m_brain, &BrainPanel::addSphere);
    connect(actions[ActionId::RemoveRegion], &QAction::triggered, this,
            [this] { m_session.removeRegion(m_session.document().active); });
    connect(actions[ActionId::NextRegion], &QAction::triggered, this,
            [this] { m_session.selectRegion(m_session.document().active + 1); });
    connect(actions[ActionId::PreviousRegion], &QAction::triggered, this, [this] {
        if (m_session.document().active > 0)
            m_session.selectRegion(m_session.document().active - 1);
    });
    connect(actions[ActionId::Live], &QAction::triggered, &m_session, &Session::setLive);
    connect(actions[ActionId::OpenSeal], &QAction::triggered, m_sealKeeper, &SealKeeper::ask);
}

void MainWindow::connectEdits()
{
    const ActionTable& actions = *m_actions;
    const auto edit = [&](ActionId id, void (RegionEdits::*work)()) {
        connect(actions[id], &QAction::triggered, m_regionEdits, work);
    };
    edit(ActionId::GrowRegion, &RegionEdits::grow);
    edit(ActionId::ShrinkRegion, &RegionEdits::shrink);
    edit(ActionId::MirrorRegion, &RegionEdits::mirror);
    edit(ActionId::LargestPiece, &RegionEdits::keepLargestPiece);
    edit(ActionId::FillHoles, &RegionEdits::fillHoles);
    edit(ActionId::Complement, &RegionEdits::takeComplement);
    edit(ActionId::Combine, &RegionEdits::askForExpression);
    edit(ActionId::ImportMask, &RegionEdits::chooseMask);
    edit(ActionId::ExportMask, &RegionEdits::chooseExport);
    edit(ActionId::RegionColour, &RegionEdits::chooseColour);
    connect(actions[ActionId::LockRegion], &QAction::triggered, this,
            [this](bool isOn) { m_session.setRegionLocked(m_session.document().active, isOn); });
    connect(actions[ActionId::HideRegion], &QAction::triggered, this,
            [this](bool isOn) { m_session.setRegionHidden(m_session.document().active, isOn); });
    connect(m_regionEdits, &RegionEdits::problem, this, &MainWindow::showProblem);
    connect(m_regionEdits, &RegionEdits::said, this,
            [this](const QString& text) { m_messages->show(MessageBar::Kind::Information, text); });
    QList<QAction*> menu;
    for (const ActionId id :
         {ActionId::NewRegion, ActionId::Combine, ActionId::GrowRegion, ActionId::ShrinkRegion,
          ActionId::MirrorRegion, ActionId::LargestPiece, ActionId::FillHoles, ActionId::Complement,
          ActionId::RegionColour, ActionId::HideRegion, ActionId::LockRegion, ActionId::ExportMask,
          ActionId::RemoveRegion})
        menu << actions[id];
    actions[ActionId::StartRegion]->setMenu(m_regionStarts->menu());
    actions[ActionId::PlaceNames]->setMenu(m_placeNames->menu());
    connect(m_regionStarts, &RegionStarts::atlasWanted, m_opener, &Opener::openAtlas);
    m_regions->setActions(menu, {actions[ActionId::NewRegion], actions[ActionId::StartRegion],
                                 actions[ActionId::HideRegion], actions[ActionId::LockRegion],
                                 actions[ActionId::RemoveRegion]});
}

void MainWindow::connectTools()
{
    const ActionTable& actions = *m_actions;
    auto* const tools = new QActionGroup(this);
    tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const auto& [id, tool] : {std::pair(ActionId::BrushTool, BrainTool::Brush),
                                   std::pair(ActionId::SphereTool, BrainTool::Sphere),
                                   std::pair(ActionId::LassoTool, BrainTool::Lasso),
                                   std::pair(ActionId::BoxTool, BrainTool::Box),
                                   std::pair(ActionId::FloodTool, BrainTool::Flood)}) {
        QAction* const action = actions[id];
        tools->addAction(action);
        connect(action, &QAction::toggled, m_brain, [this, tool = tool](bool isOn) {
            m_brain->setTool(isOn ? tool : BrainTool::Navigate);
        });
        connect(m_brain, &BrainPanel::toolRequested, action,
                [action, tool = tool](BrainTool wanted) { action->setChecked(wanted == tool); });
    }
    connect(actions[ActionId::PinPreference], &QAction::triggered, m_preference,
            &PreferencePanel::pin);
    connect(m_brain, &BrainPanel::refused, this, &MainWindow::showProblem);
    connect(actions[ActionId::SmallerTool], &QAction::triggered, m_brain,
            [this] { m_brain->resizeTool(-1); });
    connect(actions[ActionId::LargerTool], &QAction::triggered, m_brain,
            [this] { m_brain->resizeTool(1); });
    connect(actions[ActionId::PaintAtCursor], &QAction::triggered, m_brain,
            [this] { m_brain->paintAtCursor(Session::Paint::Add); });
    connect(actions[ActionId::EraseAtCursor], &QAction::triggered, m_brain,
            [this] { m_brain->paintAtCursor(Session::Paint::Remove); });
}

void MainWindow::refreshActions()
{
    const ActionTable& actions = *m_actions;
    const bool isOpen = m_session.opened() != nullptr;
    const QString reason = tr("Open a fit first.");
    for (const ActionId id :
         {ActionId::BrushTool,       ActionId::SmallerTool,   ActionId::LargerTool,
          ActionId::PaintAtCursor,   ActionId::EraseAtCursor, ActionId::NewRegion,
          ActionId::StartRegion,     ActionId::PlaceNames,    ActionId::LassoTool,
          ActionId::BoxTool,         ActionId::FloodTool,     ActionId::SphereTool,
          ActionId::AddSphere,       ActionId::AddAtlas,      ActionId::Thirds,
          ActionId::Searchlight,     ActionId::NextRegion,    ActionId::PreviousRegion,
          ActionId::FullScreenFaces, ActionId::ResetZoom,     ActionId::ResetLayout,
          ActionId::SaveSession,     ActionId::SaveSessionAs, ActionId::SaveWithData,
          ActionId::NewSlide,        ActionId::TakeTour})
        setAvailable(actions[id], isOpen, reason);
    setAvailable(actions[ActionId::PresentSlides], !m_session.document().scenes.empty(),
                 isOpen ? tr("There is no slide yet.") : reason);
    setAvailable(actions[ActionId::Welcome], isOpen || !m_prepare->study().isEmpty(),
                 tr("Nothing is open."));
    for (const ActionId id :
         {ActionId::Glass, ActionId::LookLeft, ActionId::LookRight, ActionId::LookFront,
          ActionId::LookBack, ActionId::LookAbove, ActionId::LookBelow})
        setAvailable(actions[id], isOpen && m_brain->isThreeDimensional(),
                     isOpen ? tr("There is no 3-D view on this display.") : reason);
    setAvailable(actions[ActionId::RemoveRegion], m_session.document().regions.size() > 1,
                 isOpen ? tr("The last region stays.") : reason);
    const bool isSealed = isOpen && m_session.opened()->sealedCount() > 0;
    setAvailable(actions[ActionId::OpenSeal], isSealed,
                 !isOpen                          ? reason
                 : m_session.opened()->isSealOpen ? tr("The seal is open already.")
                                                  : tr("This fit has no sealed faces."));
    setAvailable(actions[ActionId::OpenDemonstration], !Opener::demonstration().isEmpty(),
                 tr("The demonstration is not installed here."));
    showUndo();
    const auto region = m_session.activeRegion();
    actions[ActionId::LockRegion]->setChecked(region && region->isLocked);
    actions[ActionId::HideRegion]->setChecked(region && region->isHidden);
    actions[ActionId::Live]->setChecked(m_session.isLive());
    m_liveSwitch->setChecked(m_session.isLive());
}

void MainWindow::showUndo()
{
    const ActionTable& actions = *m_actions;
    const bool isFaces = m_page == Page::Faces;
    const QUndoStack& ofFaces = m_facesPage->undoStack();
    const bool isExplore = m_page == Page::Explore || m_page == Page::Present;
    // Nothing is undone where it cannot be seen.
    const auto of = [&](const QString& faces, const QString& session) {
        return isFaces ? faces : isExplore ? session : QString();
    };
    const QString undo = of(ofFaces.undoText(), m_session.undoName());
    const QString redo = of(ofFaces.redoText(), m_session.redoName());
    actions[ActionId::Undo]->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    actions[ActionId::Redo]->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
    actions[ActionId::Undo]->setEnabled(!undo.isEmpty());
    actions[ActionId::Redo]->setEnabled(!redo.isEmpty());
}

void MainWindow::chooseFit()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a fit"));
    if (!folder.isEmpty())
        openNow(folder);
}

void MainWindow::chooseStudy()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a BIDS study"));
    if (!folder.isEmpty())
        openNow(folder);
}

void MainWindow::offerStudy(const StudyOffer& offer)
{
    QStringList builtIn;
    for (const std::filesystem::path& file : face_model::builtInModelFiles())
        builtIn.append(pathText(file.stem()));
    if (m_page == Page::Welcome)
        prepare(offer.folder, {}); // what lies behind the dialog, and stays when it is left
    auto* const dialog = new StudyDialog(offer, builtIn, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_prepare->study() == offer.folder)
        dialog->setLeaksLeftOut(m_prepare->areLeaksLeftOut());
    connect(dialog, &StudyDialog::fitRequested, m_opener, &Opener::fitSubject);
    connect(dialog, &StudyDialog::openFitRequested, m_opener, &Opener::openFit);
    connect(dialog, &StudyDialog::prepareRequested, this, &MainWindow::prepare);
    dialog->open();
}

void MainWindow::chooseAtlas()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Regions of an atlas"), {},
        tr("Label images, masks, labels of surfaces (*.nii *.nii.gz *.mgz "
           "*.mgh *.annot *.label *.gii *.gii.gz)"));
    if (!file.isEmpty())
        m_opener->openAtlas(file);
}

void MainWindow::offerAtlas(const AtlasOffer& offer)
{
    const auto add = [this](std::vector<roi::Region> regions) {
        for (roi::Region& region : regions)
            region.isEditedWhileLooking = m_session.isWatching();
        const QString name = QString::fromStdString(regions.front().name);
        m_session.addRegions(std::move(regions), tr("Add %1").arg(name));
    };
    if (offer.regions.size() == 1) { // a mask: nothing to choose
        std::vector<roi::Region> mask = offer.regions;
        if (!offer.hasNames)
            mask.front().name = QFileInfo(offer.file).fileName().section(u'.', 0, 0).toStdString();
        add(std::move(mask));
        return;
    }
    auto* const dialog = new AtlasDialog(offer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AtlasDialog::regionsRequested, this, add);
    dialog->open();
}

void MainWindow::showManual()
{
    const QString page = manualPageAt(QCursor::pos());
    if (!m_manual)
        m_manual = new ManualWindow(this);
    m_manual->showPage(page);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void MainWindow::savePicture(const QImage& picture, const QString& suggestedName)
{
    const QString file
        = QFileDialog::getSaveFileName(this, tr("Save picture"), suggestedName, tr("PNG (*.png)"));
    if (!file.isEmpty() && !picture.save(file, "PNG"))
        showProblem(tr("%1 could not be written.").arg(file));
}

void MainWindow::saveFigure(const report::Figure& figure, const QString& suggestedName)
{
    QString kind;
    QString file = QFileDialog::getSaveFileName(this, tr("Export figure"),
                                                suggestedName + QStringLiteral(".svg"),
                                                tr("SVG (*.svg);;PDF (*.pdf);;PNG (*.png)"), &kind);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += kind.section(QLatin1Char('*'), 1).chopped(1);
    const QString wrong = problemOf([&] { report::writeFigure(figure, pathOf(file), {}); });
    if (!wrong.isEmpty())
        showProblem(wrong);
}

void MainWindow::showPalette()
{
    QList<QAction*> all;
    for (const ActionRow& row : ActionTable::rows())
        all.append((*m_actions)[row.id]);
    for (QDockWidget* const dock : m_docks)
        all.append(dock->toggleViewAction());
    auto* const palette = new CommandPalette(all, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

} // namespace fusiform

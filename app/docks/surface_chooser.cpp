// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/surface_chooser.h"

#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/scene/cortex_mesh.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace fusiform {

namespace {

constexpr const char* kSurfaceSetting = "brain/surface";

/// As the choice is kept in the settings.
QString keyOf(std::optional<import::CortexSurfaceKind> kind)
{
    using Kind = import::CortexSurfaceKind;
    if (!kind)
        return QStringLiteral("picture");
    switch (*kind) {
    case Kind::Pial: return QStringLiteral("pial");
    case Kind::White: return QStringLiteral("white");
    case Kind::Midthickness: return QStringLiteral("midthickness");
    case Kind::Inflated: break;
    }
    return QStringLiteral("inflated");
}

} // namespace

SurfaceChooser::SurfaceChooser(Session& session, JobRunner& jobs, QWidget* parent)
    : QToolButton(parent), m_session(session), m_jobs(jobs), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("surfaceChooser"));
    setAccessibleName(tr("Surface of the brain"));
    setIcon(themedIcon("brain"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    auto* const group = new QActionGroup(this);
    addKind({}, tr("From the picture"), tr("The outside of the brain in the subject's picture."));
    addKind(Kind::Pial, tr("Pial"), tr("The outside of the grey matter."));
    addKind(Kind::White, tr("White"), tr("Between grey and white matter."));
    addKind(Kind::Midthickness, tr("Midthickness"), tr("The middle of the grey matter."));
    addKind(Kind::Inflated, tr("Inflated"),
            tr("Sulci opened up. Maps and strokes are those of the same place in the brain."));
    for (const auto& [kind, action] : m_kinds)
        group->addAction(action);
    m_menu->addSeparator();
    m_file = m_menu->addAction(tr("From file…"), this, &SurfaceChooser::askForFile);
    m_file->setToolTip(tr("A surface of FreeSurfer or GIFTI in the subject's own space."));
    m_file->setCheckable(true);
    group->addAction(m_file);
    const QString kept = QSettings().value(QLatin1String(kSurfaceSetting)).toString();
    for (const auto& [kind, action] : m_kinds)
        if (keyOf(kind) == kept)
            m_wanted = kind;
    showChoice();
}

void SurfaceChooser::addKind(std::optional<Kind> kind, const QString& name, const QString& tip)
{
    QAction* const action = m_menu->addAction(name);
    action->setObjectName(QStringLiteral("surface/") + keyOf(kind));
    action->setCheckable(true);
    action->setData(tip);
    connect(action, &QAction::triggered, this, [this, kind] { choose(kind); });
    m_kinds[kind] = action;
}

void SurfaceChooser::showFit()
{
    const auto opened = m_session.opened();
    m_sides = opened ? import::cortexFiles(opened->fit) : import::CortexFiles();
    m_isFromFile = false;
    m_fromFile = {};
    m_isStale = opened != nullptr;
    showChoice();
}

void SurfaceChooser::showChoice()
{
    setEnabled(m_session.opened() != nullptr);
    for (const auto& [kind, action] : m_kinds) {
        const bool isThere = !kind || import::hasAll(m_sides, *kind);
        action->setEnabled(isThere);
        action->setToolTip(isThere ? action->data().toString()
                                   : tr("Not below the derivatives of the study: FreeSurfer's "
                                        "folder surf or fMRIPrep's folder anat would hold it."));
    }
    const bool isOfCortex = m_wanted && import::hasAll(m_sides, *m_wanted);
    QAction* const shown = m_isFromFile ? m_file
                           : isOfCortex ? m_kinds.at(m_wanted)
                                        : m_kinds.at(std::nullopt);
    shown->setChecked(true);
    setText(QChar(QChar::Nbsp) + (m_isFromFile ? m_fileName : shown->text()));
    setToolTip(tr("Surface of the brain: %1").arg(text().trimmed()));
}

void SurfaceChooser::choose(std::optional<Kind> kind)
{
    m_wanted = kind;
    QSettings().setValue(QLatin1String(kSurfaceSetting), keyOf(kind));
    m_isFromFile = false;
    m_isStale = true;
    showChoice();
    make();
}

void SurfaceChooser::askForFile()
{
    showChoice(); // the check mark moves when a file was read
    const QString file = QFileDialog::getOpenFileName(
        window(), tr("Surface of the brain"), {},
        tr("Surfaces (*.gii *.gii.gz *.pial *.white *.inflated *.midthickness *.graymid);;"
           "All files (*)"));
    if (!file.isEmpty())
        openFile(file);
}

bool SurfaceChooser::isSurface(const QString& file)
{
    const QString name = QFileInfo(file).fileName().toLower();
    for (const char* const end : {".surf.gii", ".surf.gii.gz", ".pial", ".white", ".inflated",
                                  ".midthickness", ".graymid", ".smoothwm", ".orig"})
        if (name.endsWith(QLatin1String(end)))
            return true;
    return false;
}

void SurfaceChooser::openFile(const QString& file)
{
    if (!m_session.opened())
        return;
    m_fromFile = import::cortexAround(pathOf(file));
    m_fileName = QFileInfo(file).fileName();
    m_isFromFile = true;
    m_isStale = true;
    showChoice();
    make();
}

void SurfaceChooser::make()
{
    if (!m_isStale || !m_session.opened())
        return;
    m_isStale = false;
    if (m_isFromFile)
        makeOfCortex(m_fromFile.sides, m_fromFile.kind);
    else if (m_wanted && import::hasAll(m_sides, *m_wanted))
        makeOfCortex(m_sides, *m_wanted);
    else
        makeOfPicture();
}

void SurfaceChooser::makeOfPicture()
{
    m_jobs.start(tr("Surface of the brain"),
                 [this, opened = m_session.opened()](Progress& progress) -> JobRunner::Deliver {
                     const auto surface = scene::buildBrainSurface(
                         *opened->background, opened->fit.grid, opened->fit.voxels, {}, progress);
                     return [this, opened, surface] { deliver(opened, surface); };
                 });
}

void SurfaceChooser::makeOfCortex(const import::CortexFiles& sides, Kind kind)
{
    m_jobs.start(
        tr("Surface of the brain"),
        [this, opened = m_session.opened(), sides, kind](Progress& progress) -> JobRunner::Deliver {
            const auto surface = scene::cortexMesh(import::readCortexSurface(sides, kind, progress),
                                                   opened->fit.grid, progress);
            return [this, opened, surface] { deliver(opened, surface); };
        });
}

void SurfaceChooser::deliver(const std::shared_ptr<const OpenedFit>& opened,
                             std::shared_ptr<const scene::BrainSurface> surface)
{
    const auto now = m_session.opened();
    if (now && now->background == opened->background)
        Q_EMIT surfaceMade(std::move(surface));
}

} // namespace fusiform

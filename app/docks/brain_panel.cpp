// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_panel.h"

#include "app/docks/map_bar.h"
#include "app/docks/scene_bar.h"
#include "app/docks/scene_picture.h"
#include "app/docks/searchlight_dialog.h"
#include "app/docks/surface_chooser.h"
#include "app/support/text.h"
#include "core/decode/training_folds.h"
#include "widgets/brain/brain_view.h"
#include "widgets/brain/slice_view.h"
#include "widgets/controls/icons.h"
#include "widgets/scene/brain_surface.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fusiform {

namespace {
// Faces come first, but the brain does not wait longer than this for them.
constexpr int kBrainLaterMilliseconds = 150;
// A frame's time, so that the face is painted before.
constexpr int kAfterFaceMilliseconds = 16;

Session::Paint strokeOf(Qt::MouseButton button)
{
    return button == Qt::RightButton ? Session::Paint::Remove : Session::Paint::Add;
}
} // namespace

BrainPanel::BrainPanel(Session& session, JobRunner& jobs, const LivePipeline& live,
                       const QString& glProblem, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_live(live),
      m_brain(new BrainView(glProblem, this)),
      m_slices{new SliceView(scene::SlicePlane::Axial, this),
               new SliceView(scene::SlicePlane::Coronal, this),
               new SliceView(scene::SlicePlane::Sagittal, this)},
      m_maps(new MapBar(session, jobs, live, this)),
      m_tools(new BrainTools(this)),
      m_paint(new PaintTool(session, this)),
      m_limits(new PaintLimits(session, jobs, this)),
      m_bar(new SceneBar(session, jobs, m_brain)),
      m_brainLater(new QTimer(this))
{
    auto* const slices = new QSplitter(Qt::Horizontal, this);
    for (SliceView* const slice : m_slices) {
        slices->addWidget(slice);
        connectSlice(slice);
    }
    auto* const halves = new QSplitter(Qt::Vertical, this);
    halves->addWidget(m_brain);
    halves->addWidget(slices);
    halves->setStretchFactor(0, m_brain->isThreeDimensional() ? 3 : 0);
    halves->setStretchFactor(1, 2);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(halves, 1);
    connectBrush();
    connectOutlines();
    showTool();
    connect(m_brain, &BrainView::picked, this, &BrainPanel::pickOnSurface);
    connect(m_brain, &BrainView::surfacePainted, this, &BrainPanel::surfacePainted);
    connect(&m_bar->surfaces(), &SurfaceChooser::surfaceMade, this, &BrainPanel::showSurface);
    connect(m_bar, &SceneBar::pictureRequested, this, &BrainPanel::askForPicture);
    m_bar->setVisible(m_brain->isThreeDimensional());
    connect(&session, &Session::changed, this, &BrainPanel::refresh);
    connect(&live, &LivePipeline::busyChanged, this, &BrainPanel::makeSurfaceAfterFaces);
    m_brainLater->setSingleShot(true);
    connect(m_brainLater, &QTimer::timeout, this, &BrainPanel::showRegionsOnBrain);
    connect(&live, &LivePipeline::resultReady, this, [this](const auto& result) {
        if (m_brainLater->isActive() && result->hasFace())
            m_brainLater->start(kAfterFaceMilliseconds);
    });
}

QWidget* BrainPanel::makeHeader()
{
    auto* const header = new QFrame(this);
    header->setProperty("role", QStringLiteral("header"));
    auto* const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_tools);
    line->addStretch(1);
    line->addWidget(m_maps, 4);
    auto* const layout = new QVBoxLayout(header);
    layout->setContentsMargins(8, 2, 12, 2);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_maps->details());
    connect(m_tools, &BrainTools::toolRequested, this, &BrainPanel::toolRequested);
    connect(m_tools, &BrainTools::sphereRadiusChanged, this, &BrainPanel::showTool);
    connect(m_tools, &BrainTools::brushChanged, this, &BrainPanel::showTool);
    connect(m_tools, &BrainTools::limitChanged, this, &BrainPanel::limitBrush);
    connect(m_limits, &PaintLimits::allowedChanged, m_paint, &PaintTool::setAllowed);
    connect(m_limits, &PaintLimits::unavailable, this, [this](const QString& reason) {
        m_tools->setLimit(PaintLimit::BrainMask);
        if (!reason.isEmpty())
            Q_EMIT refused(reason);
    });
    connect(m_maps, &MapBar::overlayChanged, this, [this] {
        showOverlay();
        limitBrush();
        showTool(); // the flood follows the map and its threshold
    });
    return header;
}

bool BrainPanel::isThreeDimensional() const { return m_brain->isThreeDimensional(); }

void BrainPanel::setGlass(bool isGlass) { m_brain->setGlass(isGlass); }

void BrainPanel::setCut(scene::SlicePlane plane, bool isCut)
{
    std::vector<scene::SlicePlane> planes = m_brain->scene().cuts();
    std::erase(planes, plane);
    if (isCut)
        planes.push_back(plane);
    m_brain->setCuts(planes);
}

void BrainPanel::lookFrom(scene::LookFrom side) { m_brain->lookFrom(side); }

const scene::Viewpoint& BrainPanel::viewpoint() const { return m_brain->scene().viewpoint(); }

void BrainPanel::turn(const scene::Viewpoint& viewpoint) { m_brain->turn(viewpoint); }

void BrainPanel::setTool(BrainTool tool)
{
    m_tools->setTool(tool);
    m_isSpaceHeld = false; // its release may not be seen any more
    showTool();
}

void BrainPanel::showTool()
{
    const BrainTool tool = m_isSpaceHeld ? BrainTool::Navigate : m_tools->tool();
    const bool isBrush = tool == BrainTool::Brush;
    const bool isFlood = tool == BrainTool::Flood;
    const bool isPainting
        = m_tools->tool() != BrainTool::Navigate && m_tools->tool() != BrainTool::Sphere;
    if (isPainting)
        QCoreApplication::instance()->installEventFilter(this);
    else
        QCoreApplication::instance()->removeEventFilter(this);
    m_paint->setBrush(m_tools->brush());
    m_paint->setOn(isBrush || isFlood);
    m_brain->setBrushOn(isBrush || isFlood);
    showAreaTool(tool);
    m_brain->setHint(
        isBrush   ? tr("Left paints · right erases · beside the brain turns it · Space looks")
        : isFlood ? tr("Left adds · right takes away · beside the brain turns it · Space looks")
        : tool == BrainTool::Box || tool == BrainTool::Lasso
            ? tr("Draw around: left adds · right takes away · Space looks")
            : tr("Drag turns · wheel zooms · Shift and drag moves · click picks"));
    for (SliceView* const slice : m_slices)
        slice->setProbeRadius(isBrush                     ? m_paint->brush().radiusMm
                              : tool == BrainTool::Sphere ? m_tools->sphereRadius()
                                                          : 0);
}

void BrainPanel::showAreaTool(BrainTool tool)
{
    const OutlineShape shape = tool == BrainTool::Box     ? OutlineShape::Rectangle
                               : tool == BrainTool::Lasso ? OutlineShape::FreeHand
                                                          : OutlineShape::None;
    m_brain->setOutlineShape(shape);
    for (SliceView* const slice : m_slices)
        slice->setOutlineShape(shape);
    const auto& overlay = m_maps->overlay();
    if (tool == BrainTool::Flood && overlay)
        m_paint->setFlood(PaintTool::Flood{
            overlay->values, overlay->threshold,
            overlay->isTwoSided ? std::optional(overlay->negativeThreshold) : std::nullopt});
    else
        m_paint->setFlood({});
}

void BrainPanel::connectOutlines()
{
    for (SliceView* const slice : m_slices)
        connect(slice, &SliceView::outlineDrawn, this,
                [this, slice](const auto& corners, Qt::MouseButton button) {
                    const int axis = scene::axesOf(slice->plane()).through;
                    roi::Outline outline{roi::viewAlong(axis), {}};
                    for (const image::MmPoint& corner : corners)
                        outline.corners.push_back(
                            (outline.viewFromMm * Eigen::Vector3d(corner.at).homogeneous())
                                .hnormalized());
                    std::optional<roi::BrushPoint> only;
                    if (!m_tools->goesThrough())
                        only = roi::BrushPoint{m_session.cursor(), axis};
                    m_paint->outline(outline, only, strokeOf(button));
                });
    connect(m_brain, &BrainView::outlineDrawn, this,
            [this](const roi::Outline& outline, Qt::MouseButton button) {
                if (!m_brain->scene().isAnatomical())
                    Q_EMIT refused(tr("A line around something inflated says nothing about the "
                                      "brain: draw it in a slice, or show another surface."));
                else if (m_tools->goesThrough())
                    m_paint->outline(outline, {}, strokeOf(button));
                else
                    m_paint->outlineFacing(outline, m_brain->scene().towardsEye(),
                                           strokeOf(button));
            });
}

void BrainPanel::limitBrush() { m_limits->set(m_tools->limit(), m_maps->overlay()); }

void BrainPanel::connectSlice(SliceView* slice)
{
    connect(slice, &SliceView::cursorRequested, &m_session, &Session::setCursor);
    connect(slice, &SliceView::picked, this,
            [this, slice](const auto& at, Qt::KeyboardModifiers, Qt::MouseButton button,
                          bool isDrag) { pickInSlice(slice, at, button, isDrag); });
    connect(slice, &SliceView::pickFinished, this, [this] {
        m_paint->release();
        m_session.endGesture();
    });
    connect(slice, &SliceView::hovered, this, [this, slice](const auto& at) {
        m_paint->hover({at, scene::axesOf(slice->plane()).through});
        Q_EMIT hovered(at);
    });
    connect(slice, &SliceView::hoverLeft, this, &BrainPanel::leave);
    connect(slice, &SliceView::guideMoved, this, &BrainPanel::moveGuide);
    connect(slice, &SliceView::guideReleased, &m_session, &Session::endGesture);
    connect(m_paint, &PaintTool::previewChanged, slice, &SliceView::setPreview);
}

void BrainPanel::connectBrush()
{
    // A frame of the brain takes long without a graphics card: it shows the brush only where it is.
    connect(m_paint, &PaintTool::previewChanged, this, [this](const auto& preview) {
        m_brain->setPreview(m_paint->isOnSurface() ? preview : nullptr);
    });
    connect(m_paint, &PaintTool::refused, this, &BrainPanel::refused);
    connect(m_brain, &BrainView::hovered, this, [this](const auto& hit) {
        if (!m_session.opened())
            return;
        const roi::BrushPoint point = onSurface(hit);
        m_paint->hover(point);
        Q_EMIT hovered(point.at);
    });
    connect(m_brain, &BrainView::hoverLeft, this, &BrainPanel::leave);
    connect(m_brain, &BrainView::brushPressed, this,
            [this](const auto& hit, Qt::MouseButton button, double pressure) {
                m_paint->press(onSurface(hit), strokeOf(button), pressure);
            });
    connect(m_brain, &BrainView::brushDragged, this,
            [this](const auto& hit, double pressure) { m_paint->drag(onSurface(hit), pressure); });
    connect(m_brain, &BrainView::brushReleased, m_paint, &PaintTool::release);
}

void BrainPanel::leave()
{
    m_paint->leave();
    Q_EMIT hovered(std::nullopt);
}

roi::BrushPoint BrainPanel::onSurface(const scene::BrainScene::Hit& hit) const
{
    const auto opened = m_session.opened();
    return {scene::voxelBehind(hit, opened->fit.grid, opened->inMask).value_or(hit.at),
            hit.sliceAxis};
}

void BrainPanel::pickInSlice(SliceView* slice, const image::MmPoint& at, Qt::MouseButton button,
                             bool isDrag)
{
    if (!m_session.opened())
        return;
    if (!m_paint->isOn()) {
        pickAt(at);
        return;
    }
    const roi::BrushPoint point{at, scene::axesOf(slice->plane()).through};
    if (isDrag)
        m_paint->drag(point, slice->pressure());
    else
        m_paint->press(point, strokeOf(button), slice->pressure());
}

void BrainPanel::paintAtCursor(Session::Paint how)
{
    if (m_session.opened())
        m_paint->dab({m_session.cursor(), scene::axesOf(scene::SlicePlane::Axial).through}, how);
}

bool BrainPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const QWidget* const focus = QApplication::focusWidget();
    const bool isTyping = focus && focus->inherits("QLineEdit");
    // Elsewhere Space presses buttons.
    const bool isHere = isVisible() && (!focus || isAncestorOf(focus) || underMouse());
    if (key.key() == Qt::Key_Space && isHere && !isTyping) {
        if (!key.isAutoRepeat()) {
            m_isSpaceHeld = event->type() == QEvent::KeyPress;
            showTool();
        }
        return true;
    }
    if (key.key() == Qt::Key_Escape && event->type() == QEvent::KeyPress) {
        m_brain->cancelOutline();
        for (SliceView* const slice : m_slices)
            slice->cancelOutline();
    }
    if (key.key() == Qt::Key_Escape && event->type() == QEvent::KeyPress
        && m_session.isPainting()) {
        m_paint->cancel();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void BrainPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // More than the names make the header's least width: a window can always be made narrower.
    constexpr int kRoomForNames = 700;
    m_tools->setNamed(width() >= kRoomForNames);
}

void BrainPanel::resetZoom()
{
    for (SliceView* const slice : m_slices)
        slice->resetZoom();
}

void BrainPanel::refresh(Session::Changes changes)
{
    if (changes & Session::FitChange)
        showFit();
    if (changes & (Session::FitChange | Session::RegionChange))
        showRegion();
    if (changes & Session::CursorChange) {
        for (SliceView* const slice : m_slices)
            slice->setCursor(m_session.cursor());
        m_brain->setCursor(m_session.opened() ? std::optional(m_session.cursor()) : std::nullopt);
    }
}

void BrainPanel::showFit()
{
    const auto opened = m_session.opened();
    const scene::Background background
        = opened ? scene::backgroundOf(opened->background) : scene::Background();
    for (SliceView* const slice : m_slices) {
        slice->setBackground(background);
        slice->resetZoom();
    }
    m_brain->setAnatomy(background);
    showSurface(nullptr);
    m_bar->surfaces().showFit();
    if (opened)
        // Once everybody has heard of the fit: the faces are being read by then, if there are any.
        QTimer::singleShot(0, this, &BrainPanel::makeSurfaceAfterFaces);
}

/// The faces come first: they are what was waited for, and the surface keeps every core busy.
void BrainPanel::makeSurfaceAfterFaces()
{
    if (isThreeDimensional() && !m_live.isBusy())
        m_bar->surfaces().make();
}

void BrainPanel::askForPicture()
{
    if (!m_session.opened())
        return;
    auto* const dialog = new ScenePictureDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScenePictureDialog::saveRequested, this,
            [this, dialog] { savePicture(dialog->wanted()); });
    connect(dialog, &ScenePictureDialog::copyRequested, this, [this, dialog] {
        QApplication::clipboard()->setImage(m_brain->picture(dialog->wanted()));
    });
    dialog->open();
}

void BrainPanel::savePicture(const BrainPicture& wanted)
{
    QString file = QFileDialog::getSaveFileName(
        this, tr("Save picture"), tr("brain") + QStringLiteral(".png"), tr("PNG (*.png)"));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".png");
    const QImage picture = m_brain->picture(wanted);
    const QString problem
        = picture.isNull() ? tr("A picture of this size could not be drawn.") : problemOf([&] {
              const Json record = recordOf(wanted, *m_brain, m_session, m_bar->surfaces().shown(),
                                           m_maps->overlay(), m_maps->legend());
              saveScenePicture(picture, wanted.dotsPerInch, record, pathOf(file));
          });
    if (!problem.isEmpty())
        Q_EMIT refused(problem);
}

void BrainPanel::showSurface(std::shared_ptr<const scene::BrainSurface> surface)
{
    m_surface = std::move(surface);
    m_brain->setSurface(m_surface);
    Q_EMIT surfaceShown(m_brain->scene().isAnatomical());
}

void BrainPanel::showOverlay()
{
    m_brain->setOverlay(m_maps->overlay(), m_maps->legend());
    for (SliceView* const slice : m_slices) {
        slice->setOverlay(m_maps->overlay());
        slice->setRegions(uncovered(m_shownRegions));
    }
    if (!m_brainLater->isActive())
        showRegionsOnBrain();
}

void BrainPanel::askForSearchlight()
{
    if (!m_session.opened())
        return;
    const OpenedFit& opened = *m_session.opened();
    const bool canTest
        = !opened.fit.models.empty()
          && decode::canHaveTrainingFolds(opened.fit, opened.fit.models[m_session.model()]);
    auto* const dialog = new SearchlightDialog(
        canTest ? QString() : tr("The fit kept no series to cross-validate training faces with."),
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchlightDialog::runRequested, m_maps, &MapBar::runSearchlight);
    dialog->open();
}

void BrainPanel::setThirdsShown(bool areShown)
{
    m_areThirdsShown = areShown;
    showRegion();
}

/// One number a plane, in the order of their guides.
void BrainPanel::moveGuide(int guide, double mm)
{
    roi::ThirdsPlanes planes = m_session.document().thirds;
    (guide == 0 ? planes.occipitalBehind : planes.temporalBelow) = std::round(10 * mm) / 10;
    m_session.moveThirds(planes);
}

void BrainPanel::showThirds()
{
    std::vector<SliceGuide> guides;
    std::vector<scene::BrainScene::Pane> panes;
    if (m_areThirdsShown && m_session.opened()) {
        const roi::ThirdsPlanes& planes = m_session.document().thirds;
        constexpr int kY = 1;
        constexpr int kZ = 2;
        guides = {{kY, planes.occipitalBehind, std::nullopt},
                  {kZ, planes.temporalBelow, std::pair(kY, planes.occipitalBehind)}};
        panes = {{kY, planes.occipitalBehind}, {kZ, planes.temporalBelow}};
    }
    m_brain->setPanes(panes);
    for (SliceView* const slice : m_slices)
        slice->setGuides(guides);
}

void BrainPanel::showRegion()
{
    std::vector<scene::RegionLabels::Shown> shown;
    const auto active = m_session.activeRegion();
    for (const auto& region : m_session.document().regions) {
        // While the thirds are adjusted they are told apart, and what holds them all is not shown.
        const bool isShown = m_areThirdsShown ? roi::thirdOf(*region).has_value()
                                              : region == active && !region->isHidden;
        const auto& [r, g, b] = region->colour;
        if (isShown)
            shown.push_back({region->voxels, {r, g, b}, true});
    }
    std::shared_ptr<const scene::RegionLabels> labels;
    if (!shown.empty())
        labels = scene::labelsOf(m_session.opened()->fit.grid, std::move(shown));
    showThirds();
    m_shownRegions = labels;
    for (SliceView* const slice : m_slices)
        slice->setRegions(uncovered(labels));
    if (!m_session.isLive() || !labels || m_paint->isOnSurface())
        showRegionsOnBrain();
    else if (!m_brainLater->isActive())
        m_brainLater->start(kBrainLaterMilliseconds);
}

/// In slices a map of the region's voxels alone would lie under its colour, and shows where it is;
/// but not while the region is painted: the map comes after.
std::shared_ptr<const scene::RegionLabels>
BrainPanel::uncovered(std::shared_ptr<const scene::RegionLabels> regions) const
{
    return m_maps->isOfRegion() && !m_session.isPainting() ? nullptr : std::move(regions);
}

/// Where faces follow, the brain waits until the first of them has been painted.
void BrainPanel::showRegionsOnBrain()
{
    m_brainLater->stop();
    m_brain->setRegions(m_shownRegions);
}

void BrainPanel::pickOnSurface(const scene::BrainScene::Hit& hit)
{
    const auto opened = m_session.opened();
    if (!opened)
        return;
    pickAt(onSurface(hit).at);
    m_session.endGesture();
}

void BrainPanel::pickAt(const image::MmPoint& at)
{
    if (!m_session.opened())
        return;
    m_session.setCursor(at);
    if (m_tools->tool() != BrainTool::Sphere || m_isSpaceHeld)
        return;
    m_session.shapeRegion(sphereAt(at), tr("Add sphere"), tr("Move sphere"));
}

void BrainPanel::addSphere()
{
    if (m_session.opened())
        m_session.addRegion(sphereAt(m_session.cursor()), tr("Add sphere"));
}

roi::Region BrainPanel::sphereAt(const image::MmPoint& at) const
{
    roi::Region sphere = roi::sphere(m_session.opened()->fit, at, m_tools->sphereRadius());
    sphere.colour = {240, 228, 66};
    sphere.isEditedWhileLooking = m_session.isWatching();
    return sphere;
}

} // namespace fusiform

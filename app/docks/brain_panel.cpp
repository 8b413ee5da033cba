// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_panel.h"

#include "app/support/text.h"
#include "widgets/brain/brain_view.h"
#include "widgets/brain/slice_view.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/range_slider.h"
#include "widgets/scene/brain_surface.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fusiform {

BrainPanel::BrainPanel(Session& session, JobRunner& jobs, const LivePipeline& live,
                       const QString& glProblem, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_jobs(jobs),
      m_live(live),
      m_brain(new BrainView(glProblem, this)),
      m_slices{new SliceView(scene::SlicePlane::Axial, this),
               new SliceView(scene::SlicePlane::Coronal, this),
               new SliceView(scene::SlicePlane::Sagittal, this)},
      m_threshold(new RangeSlider(this)),
      m_sphere(new QToolButton(this)),
      m_radius(new QDoubleSpinBox(this))
{
    auto* const slices = new QSplitter(Qt::Horizontal, this);
    for (SliceView* const slice : m_slices) {
        slices->addWidget(slice);
        connect(slice, &SliceView::cursorRequested, &m_session, &Session::setCursor);
        connect(slice, &SliceView::picked, this, &BrainPanel::pickAt);
        connect(slice, &SliceView::pickFinished, &m_session, &Session::endGesture);
        connect(slice, &SliceView::guideMoved, this, &BrainPanel::moveGuide);
        connect(slice, &SliceView::guideReleased, &m_session, &Session::endGesture);
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
    m_brain->setHint(tr("Drag turns · wheel zooms · Shift and drag moves · click picks"));
    connect(m_brain, &BrainView::picked, this, &BrainPanel::pickOnSurface);
    connect(m_brain, &BrainView::surfacePainted, this, &BrainPanel::surfacePainted);
    connect(&session, &Session::changed, this, &BrainPanel::refresh);
    connect(&live, &LivePipeline::busyChanged, this, &BrainPanel::makeSurfaceAfterFaces);
}

QWidget* BrainPanel::makeHeader()
{
    auto* const header = new QFrame(this);
    header->setProperty("role", QStringLiteral("header"));
    m_sphere->setObjectName(QStringLiteral("sphereTool"));
    m_sphere->setIcon(themedIcon("circle-dot"));
    m_sphere->setText(QChar(QChar::Nbsp) + tr("Sphere"));
    m_sphere->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sphere->setCheckable(true);
    m_sphere->setToolTip(
        tr("A click or drag in the brain makes a spherical region there; the faces follow."));
    m_radius->setObjectName(QStringLiteral("sphereRadius"));
    m_radius->setAccessibleName(tr("Radius of the sphere"));
    m_radius->setRange(2, 60);
    m_radius->setDecimals(0);
    m_radius->setValue(14);
    m_radius->setSuffix(tr(" mm"));
    m_radius->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto* const mapName = new QLabel(tr("t (faces − fixation)"), header);
    mapName->setProperty("role", QStringLiteral("muted"));
    //: of the threshold of a map: not corrected for the number of voxels
    auto* const correction = new QLabel(tr("uncorrected"), header);
    correction->setObjectName(QStringLiteral("mapCorrection"));
    correction->setProperty("role", QStringLiteral("faint"));
    auto* const names = new QVBoxLayout;
    names->setSpacing(0);
    for (QLabel* const label : {mapName, correction}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setToolTip(tr("t of faces against fixation in every voxel; the threshold is not "
                             "corrected for the number of voxels."));
        names->addWidget(label);
    }
    m_threshold->setObjectName(QStringLiteral("mapThreshold"));
    m_threshold->setAccessibleName(tr("Threshold of the map"));
    m_threshold->setMaximumWidth(280);
    auto* const layout = new QHBoxLayout(header);
    layout->setContentsMargins(8, 2, 12, 2);
    layout->setSpacing(8);
    layout->addWidget(m_sphere);
    layout->addWidget(m_radius);
    layout->addStretch(1);
    layout->addLayout(names);
    layout->addWidget(m_threshold, 2);
    connect(m_sphere, &QToolButton::toggled, this, &BrainPanel::sphereToolRequested);
    connect(m_radius, &QDoubleSpinBox::valueChanged, this,
            [this] { setSphereTool(m_sphere->isChecked()); });
    connect(m_threshold, &RangeSlider::valuesRequested, this,
            [this](double threshold, double maximum) {
                if (!m_overlay)
                    return;
                m_overlay->threshold = threshold;
                m_overlay->maximum = maximum;
                showOverlay();
            });
    return header;
}

bool BrainPanel::isThreeDimensional() const { return m_brain->isThreeDimensional(); }

void BrainPanel::setGlass(bool isGlass) { m_brain->setGlass(isGlass); }

void BrainPanel::lookFrom(scene::LookFrom side) { m_brain->lookFrom(side); }

void BrainPanel::setSphereTool(bool isOn)
{
    m_sphere->setChecked(isOn);
    for (SliceView* const slice : m_slices)
        slice->setProbeRadius(isOn ? m_radius->value() : 0);
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
    m_brain->setSurface(nullptr);
    m_needsSurface = opened && isThreeDimensional();
    m_overlay.reset();
    if (opened) {
        std::vector<float> finite;
        std::ranges::copy_if(opened->tMap->values, std::back_inserter(finite),
                             [](float t) { return std::isfinite(t); });
        const float largest = finite.empty() ? 0.F : std::ranges::max(finite);
        scene::Overlay overlay;
        overlay.values = opened->tMap;
        overlay.threshold = 3.09;
        overlay.minimum = 0;
        overlay.maximum = std::max(4.0, 0.8 * static_cast<double>(largest));
        m_threshold->setLimits(0, std::max(5.0, std::ceil(static_cast<double>(largest))));
        m_threshold->setValues(overlay.threshold, overlay.maximum);
        m_overlay = overlay;
        // Once everybody has heard of the fit: the faces are being read by then, if there are any.
        QTimer::singleShot(0, this, &BrainPanel::makeSurfaceAfterFaces);
    }
    showOverlay();
}

/// The faces come first: they are what was waited for, and the surface keeps every core busy.
void BrainPanel::makeSurfaceAfterFaces()
{
    if (m_needsSurface && !m_live.isBusy())
        makeSurface();
}

void BrainPanel::makeSurface()
{
    m_needsSurface = false;
    m_jobs.start(tr("Surface of the brain"),
                 [this, opened = m_session.opened()](Progress& progress) -> JobRunner::Deliver {
                     const auto surface = scene::buildBrainSurface(
                         *opened->background, opened->fit.grid, opened->fit.voxels, {}, progress);
                     return [this, opened, surface] {
                         const auto now = m_session.opened();
                         if (now && now->background == opened->background)
                             m_brain->setSurface(surface);
                     };
                 });
}

void BrainPanel::showOverlay()
{
    m_brain->setOverlay(m_overlay, QStringLiteral("t"));
    for (SliceView* const slice : m_slices)
        slice->setOverlay(m_overlay);
    if (m_overlay)
        m_threshold->setValues(m_overlay->threshold, m_overlay->maximum);
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
        const bool isShown
            = m_areThirdsShown ? roi::thirdOf(*region).has_value() : region == active;
        const auto& [r, g, b] = region->colour;
        if (isShown)
            shown.push_back({region->voxels, {r, g, b}, true});
    }
    std::shared_ptr<const scene::RegionLabels> labels;
    if (!shown.empty())
        labels = scene::labelsOf(m_session.opened()->fit.grid, std::move(shown));
    showThirds();
    m_brain->setRegions(labels);
    for (SliceView* const slice : m_slices)
        slice->setRegions(labels);
}

void BrainPanel::pickOnSurface(const scene::BrainScene::Hit& hit)
{
    const auto opened = m_session.opened();
    if (!opened)
        return;
    pickAt(scene::voxelBehind(hit, opened->fit.grid, opened->inMask).value_or(hit.at));
    m_session.endGesture();
}

void BrainPanel::pickAt(const image::MmPoint& at)
{
    if (!m_session.opened())
        return;
    m_session.setCursor(at);
    if (!m_sphere->isChecked())
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
    roi::Region sphere = roi::sphere(m_session.opened()->fit, at, m_radius->value());
    sphere.colour = {240, 228, 66};
    sphere.isEditedWhileLooking = m_session.isWatching();
    return sphere;
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/brain_view.h"

#include "widgets/brain/scene_legend.h"
#include "widgets/controls/theme_colors.h"
#include "widgets/gl/vtk_view.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

namespace fusiform {

namespace {
scene::Rgb rgbOf(const QColor& c)
{
    return {static_cast<std::uint8_t>(c.red()), static_cast<std::uint8_t>(c.green()),
            static_cast<std::uint8_t>(c.blue())};
}
} // namespace

BrainView::BrainView(const QString& glProblem, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("brainView"));
    setAccessibleName(tr("Brain in three dimensions"));
    m_outline = new OutlineOverlay(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (!glProblem.isEmpty()) {
        auto* const sentence = new QLabel(glProblem, this);
        sentence->setObjectName(QStringLiteral("noOpenGlMessage"));
        sentence->setWordWrap(true);
        sentence->setMargin(12);
        sentence->setProperty("role", QStringLiteral("muted"));
        layout->addWidget(sentence);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
        return;
    }
    m_view = new VtkView(m_scene.renderer(), this);
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    layout->addWidget(m_view);
    m_legend = new SceneLegend(this);
    m_legend->setAxes(m_scene.axesOnScreen());
    connect(m_view, &VtkView::painted, this, [this] {
        if (m_scene.hasSurface())
            Q_EMIT surfacePainted();
    });
    applyTheme();
}

BrainView::~BrainView()
{
    // The view renders the scene's actors when it lets go of OpenGL: it has to go first.
    delete m_view;
}

void BrainView::redraw()
{
    if (!m_view)
        return;
    m_legend->setAxes(m_scene.axesOnScreen());
    m_view->redraw();
}

void BrainView::applyTheme()
{
    m_scene.setBackground(rgbOf(themeColor("canvas")), rgbOf(themeColor("canvasTop")));
    redraw();
}

void BrainView::setSurface(std::shared_ptr<const scene::BrainSurface> surface)
{
    m_scene.setSurface(std::move(surface));
    redraw();
}

void BrainView::setOverlay(const std::optional<scene::Overlay>& overlay, const QString& name)
{
    m_scene.setOverlay(overlay);
    if (m_legend)
        m_legend->setOverlay(overlay, name);
    makeRoom();
    redraw();
}

void BrainView::setRegions(std::shared_ptr<const scene::RegionLabels> regions)
{
    m_scene.setRegions(std::move(regions));
    redraw();
}

void BrainView::setPreview(std::shared_ptr<const scene::RegionPreview> preview)
{
    if (!preview && !m_hasPreview)
        return;
    m_hasPreview = preview != nullptr;
    m_scene.setPreview(std::move(preview));
    redraw();
}

void BrainView::setCursor(const std::optional<image::MmPoint>& cursor)
{
    m_scene.setCursor(cursor);
    redraw();
}

void BrainView::setPanes(const std::vector<scene::BrainScene::Pane>& panes)
{
    if (panes == m_scene.panes())
        return;
    m_scene.setPanes(panes);
    redraw();
}

void BrainView::setGlass(bool isGlass)
{
    m_scene.setGlass(isGlass);
    redraw();
}

void BrainView::setHint(const QString& hint)
{
    if (m_legend)
        m_legend->setHint(hint);
    makeRoom();
}

void BrainView::lookFrom(scene::LookFrom side)
{
    m_scene.lookFrom(side);
    redraw();
}

std::optional<scene::BrainScene::Hit> BrainView::pick(const QPointF& position) const
{
    if (!m_view || !m_view->isValid())
        return {};
    const QPointF pixel = m_view->pixelOf(position);
    return m_scene.pick(pixel.x(), pixel.y());
}

void BrainView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!m_legend)
        return;
    m_legend->setGeometry(rect());
    makeRoom();
}

/// The brain stays clear of what the legend writes, so far as the view is large enough for both.
void BrainView::makeRoom()
{
    if (!m_legend || width() <= 0 || height() <= 0)
        return;
    const QMargins taken = m_legend->takenMargins();
    m_scene.setRoom({static_cast<double>(width()) / height(),
                     std::min(0.3, static_cast<double>(taken.right()) / width()),
                     std::min(0.2, static_cast<double>(taken.bottom()) / height())});
    redraw();
}

void BrainView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_view)
        applyTheme();
    QWidget::changeEvent(event);
}

bool BrainView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_view)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: press(static_cast<const QMouseEvent&>(*event)); return true;
    case QEvent::MouseMove: drag(static_cast<const QMouseEvent&>(*event)); return true;
    case QEvent::MouseButtonRelease: finish(static_cast<const QMouseEvent&>(*event)); return true;
    case QEvent::Leave: Q_EMIT hoverLeft(); break;
    case QEvent::TabletMove:
    case QEvent::TabletPress:
    case QEvent::TabletRelease: {
        // Left to become events of a mouse; only how hard the pen presses is kept.
        const double pressure = static_cast<const QTabletEvent&>(*event).pressure();
        m_pressure = event->type() == QEvent::TabletRelease || pressure <= 0 ? 1 : pressure;
        event->ignore();
        return true;
    }
    case QEvent::Wheel: wheel(static_cast<const QWheelEvent&>(*event)); return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void BrainView::press(const QMouseEvent& event)
{
    m_pressed = m_last = event.position();
    m_isDragging = false;
    const bool isLine = event.button() == Qt::LeftButton || event.button() == Qt::RightButton;
    if (m_outline->shape() != OutlineShape::None && isLine
        && !(event.modifiers() & Qt::ShiftModifier)) {
        m_outline->begin(event.position(), event.button());
        return;
    }
    const bool isStroke = event.button() == Qt::LeftButton || event.button() == Qt::RightButton;
    if (!m_isBrushOn || !isStroke || event.modifiers() & Qt::ShiftModifier)
        return;
    if (const auto hit = pick(event.position())) {
        m_isPainting = true;
        Q_EMIT brushPressed(*hit, event.button(), m_pressure);
    }
}

void BrainView::hover(const QMouseEvent& event)
{
    if (const auto hit = pick(event.position()))
        Q_EMIT hovered(*hit);
    else
        Q_EMIT hoverLeft();
}

void BrainView::drag(const QMouseEvent& event)
{
    if (event.buttons() == Qt::NoButton) {
        hover(event);
        return;
    }
    if (m_outline->isDrawing()) {
        m_outline->extend(event.position());
        return;
    }
    if (m_isPainting) {
        if (const auto hit = pick(event.position()))
            Q_EMIT brushDragged(*hit, m_pressure);
        return;
    }
    if (!m_isDragging
        && (event.position() - m_pressed).manhattanLength() < QApplication::startDragDistance() / 2)
        return;
    m_isDragging = true;
    const QPointF moved = event.position() - m_last;
    m_last = event.position();
    scene::Viewpoint viewpoint = m_scene.viewpoint();
    const bool isPan = event.buttons() & Qt::MiddleButton || event.modifiers() & Qt::ShiftModifier;
    if (isPan) {
        const double mmPerPixel = m_scene.mmAcrossHeight() / std::max(1, height());
        viewpoint.shift += Eigen::Vector2d(moved.x(), -moved.y()) * mmPerPixel;
    } else {
        viewpoint.azimuth -= moved.x() * 0.45;
        viewpoint.elevation += moved.y() * 0.45;
    }
    m_scene.setViewpoint(viewpoint);
    redraw();
}

void BrainView::finish(const QMouseEvent& event)
{
    if (const auto drawn = m_outline->finish()) {
        roi::Outline outline{m_scene.viewFromMm(), {}};
        for (const QPointF& corner : drawn->corners)
            outline.corners.emplace_back(2 * corner.x() / width() - 1,
                                         1 - 2 * corner.y() / height());
        Q_EMIT outlineDrawn(outline, drawn->button);
        return;
    }
    if (m_isPainting) {
        m_isPainting = false;
        Q_EMIT brushReleased();
        return;
    }
    if (m_isDragging)
        return;
    if (const auto hit = pick(event.position()))
        Q_EMIT picked(*hit, event.modifiers(), event.button());
}

void BrainView::wheel(const QWheelEvent& event)
{
    scene::Viewpoint viewpoint = m_scene.viewpoint();
    viewpoint.zoom *= std::pow(1.0015, event.angleDelta().y());
    m_scene.setViewpoint(viewpoint);
    redraw();
}

} // namespace fusiform

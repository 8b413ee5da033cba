// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/brain_view.h"

#include "widgets/brain/scene_legend.h"
#include "widgets/controls/theme_colors.h"
#include "widgets/gl/vtk_view.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

namespace fusiform {

namespace {

constexpr double kSmoothMilliseconds = 33; // of a frame: 30 a second
constexpr int kRestMilliseconds = 200; // a hand that turns a wheel stops for less

scene::Rgb rgbOf(const QColor& c)
{
    return {static_cast<std::uint8_t>(c.red()), static_cast<std::uint8_t>(c.green()),
            static_cast<std::uint8_t>(c.blue())};
}
} // namespace

BrainView::BrainView(const QString& glProblem, QWidget* parent)
    : QWidget(parent), m_rest(new QTimer(this)), m_follow(new QTimer(this))
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
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &BrainView::rest);
    m_follow->setSingleShot(true);
    connect(m_follow, &QTimer::timeout, this, &BrainView::redraw);
    m_legend = new SceneLegend(this);
    m_legend->setAxes(m_scene.axesOnScreen());
    connect(m_view, &VtkView::painted, this, [this] {
        if (!m_rest->isActive())
            m_fullFrameMilliseconds = m_view->lastFrameMilliseconds();
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
    m_scene.setBackground(rgbOf(themeColor("canvas")),
                          rgbOf(themeColor(m_isGroundPlain ? "canvas" : "canvasTop")));
    redraw();
}

void BrainView::setPlainGround(bool isPlain)
{
    m_isGroundPlain = isPlain;
    if (m_view)
        applyTheme();
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
    // Where a frame takes long the slices, which the cursor is moved in, have most of the time.
    if (m_view && !m_follow->isActive())
        m_follow->start(static_cast<int>(std::min(300.0, 2 * m_fullFrameMilliseconds)));
}

void BrainView::setAnatomy(const scene::Background& anatomy)
{
    m_scene.setAnatomy(anatomy);
    redraw();
}

void BrainView::setCuts(const std::vector<scene::SlicePlane>& planes)
{
    m_scene.setCuts(planes);
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

QImage BrainView::picture(const BrainPicture& wanted)
{
    if (!m_view || wanted.pixels.isEmpty())
        return {};
    m_scene.setMoving(false);
    // On paper the legend's letters have 8.5 points: 13 pixels of 110 an inch.
    constexpr double kLegendDotsPerInch = 110;
    const double scale = wanted.dotsPerInch / kLegendDotsPerInch;
    const QSize legend = (QSizeF(wanted.pixels) / scale).toSize();
    using Ground = BrainPicture::Ground;
    if (wanted.ground == Ground::Transparent)
        m_scene.setTransparent();
    else if (wanted.ground == Ground::White)
        m_scene.setBackground({255, 255, 255}, {255, 255, 255});
    else
        m_scene.setBackground({16, 20, 26}, {16, 20, 26});
    m_scene.setRoom(
        {static_cast<double>(wanted.pixels.width()) / wanted.pixels.height(),
         wanted.hasLegend && !legend.isEmpty()
             ? std::min(0.3, static_cast<double>(m_legend->takenMargins().right()) / legend.width())
             : 0,
         0});
    QImage picture = inTiles(wanted);
    m_scene.setTile({});
    applyTheme();
    makeRoom();
    if (picture.isNull() || !wanted.hasLegend)
        return picture;
    const bool isDark = wanted.ground == Ground::Dark;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    m_legend->paint(painter, legend, isDark ? QColor(0xe8, 0xec, 0xf0) : QColor(0x20, 0x26, 0x2e),
                    isDark ? QColor(16, 20, 26) : QColor(Qt::white));
    return picture;
}

/// As many tiles in both directions as OpenGL needs; the last ones may reach beyond the picture.
QImage BrainView::inTiles(const BrainPicture& wanted)
{
    const QSize& pixels = wanted.pixels;
    const int largest = std::max(16, wanted.largestTile);
    const int count = (std::max(pixels.width(), pixels.height()) + largest - 1) / largest;
    const QSize tile((pixels.width() + count - 1) / count, (pixels.height() + count - 1) / count);
    QImage picture(pixels, QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return {};
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < count; ++column) {
            const QSizeF all = pixels;
            const QSizeF part(tile);
            m_scene.setTile({part.height() / all.height(),
                             {2 * column + 1 - all.width() / part.width(),
                              2 * row + 1 - all.height() / part.height()}});
            const QImage drawn = m_view->picture(tile);
            if (drawn.isNull())
                return {};
            painter.drawImage(column * tile.width(), pixels.height() - (row + 1) * tile.height(),
                              drawn);
        }
    return picture;
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
    m_pressedSide = m_legend->sideAt(event.position());
    if (m_pressedSide)
        return;
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
    const auto side = m_legend->sideAt(event.position());
    m_legend->setHovered(side);
    m_view->setToolTip(side ? tr("A click on a face of the cube looks from that side.")
                            : QString());
    if (side)
        Q_EMIT hoverLeft();
    else if (const auto hit = pick(event.position()))
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
    turn(viewpoint);
}

/// Drawing all triangles takes too long to follow the hand: while it moves there are fewer.
void BrainView::turn(const scene::Viewpoint& viewpoint)
{
    m_scene.setViewpoint(viewpoint);
    if (m_fullFrameMilliseconds > kSmoothMilliseconds) {
        m_scene.setMoving(true);
        m_rest->start();
    }
    redraw();
}

void BrainView::rest()
{
    m_rest->stop();
    m_scene.setMoving(false);
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
    if (m_isDragging) {
        if (m_rest->isActive())
            rest();
        return;
    }
    if (m_pressedSide) {
        if (m_legend->sideAt(event.position()) == m_pressedSide)
            lookFrom(*m_pressedSide);
        return;
    }
    if (const auto hit = pick(event.position()))
        Q_EMIT picked(*hit, event.modifiers(), event.button());
}

void BrainView::wheel(const QWheelEvent& event)
{
    scene::Viewpoint viewpoint = m_scene.viewpoint();
    viewpoint.zoom *= std::pow(1.0015, event.angleDelta().y());
    turn(viewpoint);
}

} // namespace fusiform

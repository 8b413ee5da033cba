// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/slice_view.h"

#include "widgets/controls/theme_colors.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {
constexpr int kMargin = 20; // logical pixels around the brain, where the letters stand
constexpr double kReach = 6; // pixels around a guide that take hold of it

QString nameOf(scene::SlicePlane plane)
{
    switch (plane) {
    case scene::SlicePlane::Axial: return SliceView::tr("Axial slice");
    case scene::SlicePlane::Coronal: return SliceView::tr("Coronal slice");
    case scene::SlicePlane::Sagittal: break;
    }
    return SliceView::tr("Sagittal slice");
}

QString idOf(scene::SlicePlane plane)
{
    switch (plane) {
    case scene::SlicePlane::Axial: return QStringLiteral("axialView");
    case scene::SlicePlane::Coronal: return QStringLiteral("coronalView");
    case scene::SlicePlane::Sagittal: break;
    }
    return QStringLiteral("sagittalView");
}
QImage imageOf(const scene::SlicePicture& picture, qreal ratio)
{
    const QImage borrowed(reinterpret_cast<const uchar*>(picture.argb.data()), picture.width,
                          picture.height, QImage::Format_ARGB32);
    QImage image = borrowed.copy();
    image.setDevicePixelRatio(ratio);
    return image;
}
} // namespace

SliceView::SliceView(scene::SlicePlane plane, QWidget* parent)
    : QWidget(parent), m_outline(new OutlineOverlay(this)), m_plane(plane)
{
    setObjectName(idOf(plane));
    setAccessibleName(nameOf(plane));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SliceView::changed()
{
    m_underRegions = {};
    regionsChanged();
}

void SliceView::regionsChanged()
{
    m_picture = {};
    update();
}

void SliceView::setBackground(const scene::Background& background)
{
    m_layers.background = background;
    findExtent();
    changed();
}

void SliceView::setOverlay(const std::optional<scene::Overlay>& overlay)
{
    m_layers.overlay = overlay;
    changed();
}

void SliceView::setRegions(std::shared_ptr<const scene::RegionLabels> regions)
{
    m_layers.regions = std::move(regions);
    regionsChanged();
}

void SliceView::setCursor(const image::MmPoint& cursor)
{
    const int through = scene::axesOf(m_plane).through;
    const bool isSameSlice = m_cursor.at[through] == cursor.at[through];
    m_cursor = cursor;
    if (isSameSlice)
        update();
    else
        changed();
}

void SliceView::setPreview(std::shared_ptr<const scene::RegionPreview> preview)
{
    if (!preview && !m_preview)
        return;
    m_preview = std::move(preview);
    update();
}

void SliceView::setProbeRadius(double radiusMm)
{
    m_probeRadius = radiusMm;
    update();
}

void SliceView::setGuides(std::vector<SliceGuide> guides)
{
    m_guides = std::move(guides);
    if (m_grip >= static_cast<int>(m_guides.size()))
        m_grip = -1;
    update();
}

QLineF SliceView::lineOf(const SliceGuide& guide) const
{
    const scene::PlaneAxes axes = scene::axesOf(m_plane);
    if (guide.axis == axes.through)
        return {};
    const scene::SliceFrame shown = frame();
    image::MmPoint point;
    point.at = shown.centreMm;
    point.at[guide.axis] = guide.at;
    const Eigen::Vector2d on = shown.pixel(point);
    const bool isVertical = guide.axis == axes.right;
    QLineF line
        = isVertical ? QLineF(on.x(), 0, on.x(), height()) : QLineF(0, on.y(), width(), on.y());
    if (!guide.beyond)
        return line;
    const auto [limited, from] = *guide.beyond;
    if (limited == axes.through)
        return m_cursor.at[limited] >= from ? line : QLineF();
    point.at[limited] = from;
    const Eigen::Vector2d end = shown.pixel(point);
    if (isVertical)
        line.setP2(QPointF(on.x(), end.y())); // up is the larger value
    else
        line.setP1(QPointF(end.x(), on.y()));
    return line;
}

int SliceView::guideAt(const QPointF& position) const
{
    for (std::size_t g = 0; g < m_guides.size(); ++g) {
        const QLineF line = lineOf(m_guides[g]);
        if (line.isNull())
            continue;
        const QRectF along = QRectF(line.p1(), line.p2()).normalized();
        if (along.adjusted(-kReach, -kReach, kReach, kReach).contains(position))
            return static_cast<int>(g);
    }
    return -1;
}

void SliceView::dragGuide(const QPointF& position)
{
    const auto& guide = m_guides[static_cast<std::size_t>(m_grip)];
    Q_EMIT guideMoved(m_grip, mmAt(position).at[guide.axis]);
}

void SliceView::paintGuides(QPainter& painter) const
{
    for (const SliceGuide& guide : m_guides) {
        const QLineF line = lineOf(guide);
        if (line.isNull())
            continue;
        painter.setPen(QPen(QColor(0, 0, 0, 150), 4));
        painter.drawLine(line);
        painter.setPen(QPen(QColor(255, 255, 255, 235), 1.6));
        painter.drawLine(line);
    }
}

void SliceView::resetZoom()
{
    m_zoom = 1;
    m_shiftMm = {};
    changed();
}

/// The box around everything brighter than nothing: a volume's empty border is not worth screen
/// space.
void SliceView::findExtent()
{
    if (!m_layers.background.volume || m_layers.background.volume->grid.size() == 0)
        return;
    const image::Volume& volume = *m_layers.background.volume;
    const float limit = m_layers.background.black
                        + 0.1F * (m_layers.background.white - m_layers.background.black);
    Eigen::Vector3d low = Eigen::Vector3d::Constant(1e9);
    Eigen::Vector3d high = -low;
    // Every fourth voxel along each axis finds the box to within a few millimetres.
    const auto& shape = volume.grid.shape;
    const image::Index step = shape[0] > 100 ? 4 : 1;
    for (image::Index k = 0; k < shape[2]; k += step)
        for (image::Index j = 0; j < shape[1]; j += step)
            for (image::Index i = 0; i < shape[0]; i += step) {
                if (!(volume.at({i, j, k}) > limit))
                    continue;
                const Eigen::Vector3d at = volume.grid.mm({i, j, k}).at;
                low = low.cwiseMin(at);
                high = high.cwiseMax(at);
            }
    if (!(high[0] > low[0]))
        return;
    m_middle = (low + high) / 2;
    m_extent = (high - low).cwiseMax(20.0);
    m_stepMm = std::max(0.5, volume.grid.affine.voxelSize().minCoeff());
}

scene::SliceFrame SliceView::frameFor(const QSize& size, qreal ratio) const
{
    const scene::PlaneAxes axes = scene::axesOf(m_plane);
    scene::SliceFrame frame;
    frame.plane = m_plane;
    frame.width = qRound(size.width() * ratio);
    frame.height = qRound(size.height() * ratio);
    const double fit = std::max(m_extent[axes.right] / std::max(1, size.width() - 2 * kMargin),
                                m_extent[axes.up] / std::max(1, size.height() - 2 * kMargin));
    frame.mmPerPixel = fit / m_zoom / ratio;
    frame.centreMm = m_middle;
    frame.centreMm[axes.right] -= m_shiftMm.x();
    frame.centreMm[axes.up] -= m_shiftMm.y();
    frame.centreMm[axes.through] = m_cursor.at[axes.through];
    return frame;
}

image::MmPoint SliceView::mmAt(const QPointF& position) const
{
    return frame().mm(position.x(), position.y());
}

void SliceView::paintEvent(QPaintEvent*)
{
    const qreal ratio = devicePixelRatioF();
    if (m_picture.isNull()) {
        m_layers.outlineWidth = std::max(1, qRound(1.5 * ratio));
        const scene::SliceFrame shown = frameFor(size(), ratio);
        if (m_underRegions.argb.empty())
            m_underRegions = scene::paintUnderRegions(m_layers, shown);
        scene::SlicePicture picture = m_underRegions;
        scene::paintRegions(m_layers, shown, picture);
        m_picture = imageOf(picture, ratio);
    }
    QPainter painter(this);
    painter.fillRect(rect(), themeColor("sliceCanvas"));
    painter.drawImage(QPointF(), m_picture);
    paintPreview(painter);
    paintCursor(painter);
    paintGuides(painter);
    paintLetters(painter);
}

void SliceView::paintPreview(QPainter& painter) const
{
    if (!m_preview)
        return;
    const qreal ratio = devicePixelRatioF();
    const scene::SlicePatch patch = scene::paintPreview(*m_preview, frameFor(size(), ratio),
                                                        std::max(1, qRound(1.5 * ratio)));
    if (!patch.picture.argb.empty())
        painter.drawImage(QPointF(patch.x, patch.y) / ratio, imageOf(patch.picture, ratio));
}

void SliceView::paintCursor(QPainter& painter) const
{
    const Eigen::Vector2d at = frame().pixel(m_cursor);
    QColor line(63, 199, 182);
    line.setAlphaF(0.75F);
    painter.setPen(QPen(line, 1));
    constexpr double kGap = 5; // the voxel itself stays free
    const double x = std::floor(at.x()) + 0.5;
    const double y = std::floor(at.y()) + 0.5;
    painter.drawLine(QPointF(0, y), QPointF(x - kGap, y));
    painter.drawLine(QPointF(x + kGap, y), QPointF(width(), y));
    painter.drawLine(QPointF(x, 0), QPointF(x, y - kGap));
    painter.drawLine(QPointF(x, y + kGap), QPointF(x, height()));
    if (m_probeRadius > 0 && m_hover.x() >= 0) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(255, 255, 255, 200), 1.2, Qt::DashLine));
        const double radius = m_probeRadius / frame().mmPerPixel;
        painter.drawEllipse(m_hover, radius, radius);
    }
}

void SliceView::paintLetters(QPainter& painter) const
{
    const scene::EdgeLetters letters = scene::lettersOf(m_plane);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const auto write = [&](const QRect& where, Qt::Alignment alignment, const QString& text,
                           const QColor& color) {
        painter.setPen(QColor(0, 0, 0, 190));
        painter.drawText(where.translated(1, 1), static_cast<int>(alignment), text);
        painter.setPen(color);
        painter.drawText(where, static_cast<int>(alignment), text);
    };
    const auto colorOf = [](char letter) {
        return letter == 'L' || letter == 'R' ? QColor(0xf2, 0xa6, 0x4b) : themeColor("canvasText");
    };
    const QRect inner = rect().adjusted(7, 5, -7, -5);
    write(inner, Qt::AlignLeft | Qt::AlignVCenter, QChar::fromLatin1(letters.left),
          colorOf(letters.left));
    write(inner, Qt::AlignRight | Qt::AlignVCenter, QChar::fromLatin1(letters.right),
          colorOf(letters.right));
    write(inner, Qt::AlignHCenter | Qt::AlignTop, QChar::fromLatin1(letters.top),
          colorOf(letters.top));
    write(inner, Qt::AlignHCenter | Qt::AlignBottom, QChar::fromLatin1(letters.bottom),
          colorOf(letters.bottom));
    const int through = scene::axesOf(m_plane).through;
    const QString axis = QStringLiteral("xyz").mid(through, 1);
    painter.setFont(font());
    write(inner, Qt::AlignLeft | Qt::AlignBottom,
          QStringLiteral("%1 %2").arg(axis, QLocale().toString(m_cursor.at[through], 'f', 1)),
          themeColor("canvasText"));
}

void SliceView::resizeEvent(QResizeEvent*) { changed(); }

void SliceView::mousePressEvent(QMouseEvent* event)
{
    m_lastPan = event->position();
    if (event->button() == Qt::LeftButton) {
        m_grip = guideAt(event->position());
        if (m_grip >= 0)
            return;
    }
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    if (m_outline->shape() != OutlineShape::None)
        m_outline->begin(event->position(), event->button());
    else
        Q_EMIT picked(mmAt(event->position()), event->modifiers(), event->button(), false);
}

void SliceView::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = event->position();
    if (m_probeRadius > 0)
        update();
    if (event->buttons() == Qt::NoButton)
        Q_EMIT hovered(mmAt(event->position()));
    if (m_grip >= 0) {
        dragGuide(event->position());
        return;
    }
    if (m_outline->isDrawing()) {
        m_outline->extend(event->position());
        return;
    }
    if (!m_guides.empty() && event->buttons() == Qt::NoButton) {
        const int under = guideAt(event->position());
        const bool isAcross
            = under >= 0
              && m_guides[static_cast<std::size_t>(under)].axis == scene::axesOf(m_plane).right;
        QWidget::setCursor(under < 0  ? Qt::ArrowCursor
                           : isAcross ? Qt::SizeHorCursor
                                      : Qt::SizeVerCursor);
    }
    if (event->buttons() & Qt::MiddleButton) {
        const QPointF moved = (event->position() - m_lastPan) * frame().mmPerPixel;
        m_shiftMm += QPointF(moved.x(), -moved.y());
        m_lastPan = event->position();
        changed();
    } else if (event->buttons() & Qt::LeftButton) {
        Q_EMIT picked(mmAt(event->position()), event->modifiers(), Qt::LeftButton, true);
    } else if (event->buttons() & Qt::RightButton) {
        Q_EMIT picked(mmAt(event->position()), event->modifiers(), Qt::RightButton, true);
    }
}

void SliceView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_grip >= 0 && event->button() == Qt::LeftButton) {
        m_grip = -1;
        Q_EMIT guideReleased();
        return;
    }
    if (const auto drawn = m_outline->finish()) {
        std::vector<image::MmPoint> corners;
        for (const QPointF& corner : drawn->corners)
            corners.push_back(mmAt(corner));
        Q_EMIT outlineDrawn(corners, drawn->button);
        return;
    }
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton)
        Q_EMIT pickFinished();
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton)
        resetZoom();
}

/// The pen's own events are left to become those of a mouse; only how hard it presses is kept.
void SliceView::tabletEvent(QTabletEvent* event)
{
    const bool isUp = event->type() == QEvent::TabletRelease;
    m_pressure = isUp || event->pressure() <= 0 ? 1 : event->pressure();
    event->ignore();
}

void SliceView::leaveEvent(QEvent*)
{
    m_hover = {-1, -1};
    update();
    Q_EMIT hoverLeft();
}

void SliceView::scroll(int steps)
{
    image::MmPoint next = m_cursor;
    const int through = scene::axesOf(m_plane).through;
    const double reach = m_extent[through] / 2 + 10;
    next.at[through] = std::clamp(next.at[through] + steps * m_stepMm, m_middle[through] - reach,
                                  m_middle[through] + reach);
    Q_EMIT cursorRequested(next);
}

void SliceView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        const image::MmPoint before = mmAt(event->position());
        m_zoom = std::clamp(m_zoom * std::pow(1.0015, event->angleDelta().y()), 0.5, 16.0);
        const image::MmPoint after = mmAt(event->position());
        const scene::PlaneAxes axes = scene::axesOf(m_plane);
        m_shiftMm += QPointF(after.at[axes.right] - before.at[axes.right],
                             after.at[axes.up] - before.at[axes.up]);
        changed();
    } else {
        m_wheelRest += event->angleDelta().y(); // fine touchpad steps add up to whole slices
        const int steps = m_wheelRest / 120;
        m_wheelRest -= 120 * steps;
        if (steps != 0)
            scroll(steps);
    }
    event->accept();
}

bool SliceView::event(QEvent* event)
{
    // The page keys scroll the slice that has the focus, whatever else the window does with them.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SliceView::keyPressEvent(QKeyEvent* event)
{
    const scene::PlaneAxes axes = scene::axesOf(m_plane);
    image::MmPoint next = m_cursor;
    switch (event->key()) {
    case Qt::Key_PageUp: scroll(1); return;
    case Qt::Key_PageDown: scroll(-1); return;
    case Qt::Key_Left: next.at[axes.right] -= m_stepMm; break;
    case Qt::Key_Right: next.at[axes.right] += m_stepMm; break;
    case Qt::Key_Up: next.at[axes.up] += m_stepMm; break;
    case Qt::Key_Down: next.at[axes.up] -= m_stepMm; break;
    default: QWidget::keyPressEvent(event); return;
    }
    Q_EMIT cursorRequested(next);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_slot.h"

#include "widgets/controls/theme_colors.h"
#include "widgets/faces/face_rows.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace fusiform {

namespace {
constexpr double kCorner = 5;
}

FaceSlot::FaceSlot(const QString& letter, Use use, QWidget* parent)
    : QWidget(parent), m_letter(letter), m_use(use)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAcceptDrops(use == Use::TakesFaces);
    setSide(m_side);
}

void FaceSlot::setFace(const CarriedFace& face)
{
    m_face = face;
    m_scaled = {};
    setToolTip(face.name);
    update();
}

void FaceSlot::setSide(int pixels)
{
    m_side = pixels;
    if (pixels > 0) {
        setFixedSize(pixels, pixels);
        return;
    }
    setMinimumSize(0, 0);
    setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
}

QRectF FaceSlot::square() const
{
    const double side = std::min(width(), height());
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

void FaceSlot::resizeEvent(QResizeEvent*) { m_scaled = {}; }

void FaceSlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF place = square();
    QPainterPath outline;
    outline.addRoundedRect(place, kCorner, kCorner);
    painter.setClipPath(outline);
    painter.fillRect(place, themeColor("raised"));
    QFont font = this->font();
    if (!m_face.picture.isNull()) {
        if (m_scaled.isNull())
            m_scaled = smoothScaled(m_face.picture, qRound(place.width() * devicePixelRatioF()));
        painter.drawImage(place, m_scaled);
        if (!m_letter.isEmpty()) {
            font.setPixelSize(12);
            font.setWeight(QFont::DemiBold);
            painter.setFont(font);
            const QRectF badge(place.left() + 4, place.top() + 4, 18, 18);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 0, 150));
            painter.drawEllipse(badge);
            painter.setPen(Qt::white);
            painter.drawText(badge, Qt::AlignCenter, m_letter);
        }
    } else if (!m_letter.isEmpty()) {
        font.setPixelSize(qMax(12, qRound(place.height() / 3)));
        painter.setFont(font);
        painter.setPen(themeColor("faintText"));
        painter.drawText(place, Qt::AlignCenter, m_letter);
    }
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    if (m_isAimedAt || hasFocus() || underMouse())
        painter.setPen(QPen(themeColor("accent"), m_isAimedAt ? 3 : 2));
    else if (m_face.picture.isNull())
        painter.setPen(QPen(themeColor("strongLine"), 1, Qt::DashLine));
    else
        return;
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), kCorner, kCorner);
}

void FaceSlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_isPressed = true;
    m_pressed = event->position().toPoint();
}

void FaceSlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPressed || m_face.picture.isNull()
        || (event->position().toPoint() - m_pressed).manhattanLength()
               < QApplication::startDragDistance())
        return;
    m_isPressed = false;
    auto* const drag = new QDrag(this);
    drag->setMimeData(mimeOf(m_face));
    constexpr int kShown = 64;
    drag->setPixmap(QPixmap::fromImage(smoothScaled(m_face.picture, kShown)));
    drag->setHotSpot({kShown / 2, kShown / 2});
    drag->exec(Qt::CopyAction);
}

void FaceSlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_isPressed) {
        m_isPressed = false;
        Q_EMIT clicked();
    }
}

void FaceSlot::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

void FaceSlot::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->reason() == QContextMenuEvent::Keyboard
                             ? mapToGlobal(rect().center())
                             : event->globalPos());
}

void FaceSlot::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_use != Use::TakesFaces || event->source() == this || !carriedFace(*event->mimeData()))
        return;
    m_isAimedAt = true;
    event->acceptProposedAction();
    update();
}

void FaceSlot::dragLeaveEvent(QDragLeaveEvent*)
{
    m_isAimedAt = false;
    update();
}

void FaceSlot::dropEvent(QDropEvent* event)
{
    m_isAimedAt = false;
    update();
    if (const auto face = carriedFace(*event->mimeData())) {
        event->acceptProposedAction();
        Q_EMIT dropped(*face);
    }
}

void FaceSlot::enterEvent(QEnterEvent*) { update(); }

void FaceSlot::leaveEvent(QEvent*) { update(); }

} // namespace fusiform

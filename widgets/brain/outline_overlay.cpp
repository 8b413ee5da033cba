// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/outline_overlay.h"

#include <QEvent>
#include <QPainter>

namespace fusiform {

OutlineOverlay::OutlineOverlay(QWidget* view) : QWidget(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setGeometry(view->rect());
    view->installEventFilter(this);
    hide();
}

bool OutlineOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void OutlineOverlay::setShape(OutlineShape shape)
{
    if (shape == m_shape)
        return;
    cancel();
    m_shape = shape;
}

void OutlineOverlay::begin(const QPointF& at, Qt::MouseButton button)
{
    m_points = QPolygonF{at};
    m_button = button;
    raise();
    show();
}

void OutlineOverlay::extend(const QPointF& to)
{
    if (!m_button)
        return;
    // A still hand draws nothing: thousands of equal corners would cost as many comparisons a
    // voxel.
    constexpr double kStep = 2;
    if (m_shape == OutlineShape::Rectangle)
        m_points = QPolygonF{m_points.front(), to};
    else if ((to - m_points.back()).manhattanLength() >= kStep)
        m_points.append(to);
    update();
}

void OutlineOverlay::cancel()
{
    m_button.reset();
    m_points.clear();
    hide();
}

QPolygonF OutlineOverlay::corners() const
{
    if (m_shape == OutlineShape::Rectangle && m_points.size() == 2)
        return QRectF(m_points.front(), m_points.back()).normalized();
    return m_points;
}

std::optional<OutlineOverlay::Drawn> OutlineOverlay::finish()
{
    if (!m_button)
        return {};
    Drawn drawn{corners(), *m_button};
    cancel();
    return drawn;
}

void OutlineOverlay::paintEvent(QPaintEvent*)
{
    if (!m_button)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF shape = corners();
    // Seen on white matter and on black alike.
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3.5));
    painter.drawPolygon(shape);
    const QColor colour = *m_button == Qt::RightButton ? QColor(255, 96, 80) : QColor(Qt::white);
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    QColor fill = colour;
    fill.setAlpha(28);
    painter.setBrush(fill);
    painter.drawPolygon(shape);
}

} // namespace fusiform

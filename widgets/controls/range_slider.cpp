// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/range_slider.h"

#include "widgets/controls/theme_colors.h"

#include <QKeyEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {
constexpr int kTrackMargin = 8;
constexpr int kBarHeight = 14;

QColor colorOf(const scene::Rgb& c) { return {c.r, c.g, c.b}; }
} // namespace

RangeSlider::RangeSlider(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Threshold and range of the map"));
    setToolTip(tr("Drag the left mark to set the threshold, the right mark to set the value with "
                  "the last colour"));
}

void RangeSlider::setColorMap(scene::ColorMapName map)
{
    m_map = map;
    update();
}

void RangeSlider::setTwoSided(bool isTwoSided)
{
    m_isTwoSided = isTwoSided;
    update();
}

void RangeSlider::setLimits(double minimum, double maximum)
{
    m_low = minimum;
    m_high = std::max(maximum, minimum + 1e-9);
    update();
}

void RangeSlider::setValues(double threshold, double maximum)
{
    m_threshold = std::clamp(threshold, m_low, m_high);
    m_maximum = std::clamp(maximum, m_threshold, m_high);
    update();
}

QRectF RangeSlider::bar() const
{
    return {kTrackMargin, 6, static_cast<qreal>(width() - 2 * kTrackMargin), kBarHeight};
}

double RangeSlider::xOf(double value) const
{
    return bar().left() + bar().width() * (value - m_low) / (m_high - m_low);
}

double RangeSlider::valueAt(double x) const
{
    return std::clamp(m_low + (x - bar().left()) / std::max(1.0, bar().width()) * (m_high - m_low),
                      m_low, m_high);
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double alpha = isEnabled() ? 1.0 : 0.35;
    painter.setOpacity(alpha);
    QLinearGradient gradient(bar().topLeft(), bar().topRight());
    for (int stop = 0; stop <= 32; ++stop) {
        const double value = m_low + stop / 32.0 * (m_high - m_low);
        const double share = (value - m_low) / std::max(1e-12, m_maximum - m_low);
        gradient.setColorAt(stop / 32.0, colorOf(scene::colorMap(m_map).at(
                                             m_isTwoSided ? 0.5 + share / 2 : share)));
    }
    QPainterPath outline;
    outline.addRoundedRect(bar(), 3, 3);
    painter.fillPath(outline, gradient);
    painter.save();
    painter.setClipPath(outline);
    const QRectF below(bar().left(), bar().top(), xOf(m_threshold) - bar().left(), bar().height());
    painter.fillRect(below, themeColor("raised"));
    painter.fillRect(below, QBrush(themeColor("strongLine"), Qt::BDiagPattern));
    painter.restore();

    painter.setFont(font());
    for (const auto& [value, handle] :
         {std::pair{m_threshold, Handle::Threshold}, std::pair{m_maximum, Handle::Maximum}}) {
        const double x = xOf(value);
        const bool isActive = hasFocus() && m_last == handle;
        painter.setPen(QPen(themeColor("panel"), 1));
        painter.setBrush(isActive ? themeColor("accent") : themeColor("text"));
        painter.drawRoundedRect(QRectF(x - 3, bar().top() - 4, 6, kBarHeight + 8), 3, 3);
        const QString text = QLocale().toString(value, 'g', 3);
        const double textWidth = fontMetrics().horizontalAdvance(text);
        double left = std::clamp(x - textWidth / 2, 0.0, width() - textWidth);
        if (handle == Handle::Maximum)
            left = std::max(left,
                            std::clamp(xOf(m_threshold) - textWidth / 2, 0.0, width() - textWidth)
                                + textWidth + 12);
        painter.setPen(themeColor("mutedText"));
        painter.drawText(QPointF(std::min(left, width() - textWidth),
                                 bar().bottom() + 6 + fontMetrics().ascent()),
                         text);
    }
}

void RangeSlider::request(Handle handle, double value)
{
    m_last = handle;
    const double threshold = handle == Handle::Threshold ? std::min(value, m_maximum) : m_threshold;
    const double maximum = handle == Handle::Maximum ? std::max(value, m_threshold) : m_maximum;
    if (threshold == m_threshold && maximum == m_maximum)
        return;
    Q_EMIT valuesRequested(threshold, maximum);
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double x = event->position().x();
    const bool isNearerMaximum = std::abs(x - xOf(m_maximum)) < std::abs(x - xOf(m_threshold));
    m_dragged = isNearerMaximum ? Handle::Maximum : Handle::Threshold;
    request(m_dragged, valueAt(x));
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged != Handle::None)
        request(m_dragged, valueAt(event->position().x()));
}

void RangeSlider::mouseReleaseEvent(QMouseEvent*) { m_dragged = Handle::None; }

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    const double step = (m_high - m_low) / 100;
    const double value = m_last == Handle::Maximum ? m_maximum : m_threshold;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Down)
        request(m_last, std::max(m_low, value - step));
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Up)
        request(m_last, std::min(m_high, value + step));
    else
        QWidget::keyPressEvent(event);
}

} // namespace fusiform

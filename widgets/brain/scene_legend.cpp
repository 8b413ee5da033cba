// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brain/scene_legend.h"

#include "widgets/controls/theme_colors.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {
constexpr int kBarRoom = 66; // pixels that the colour bar and its numbers take

QPointF cubeMiddle(const QSize& size) { return {size.width() - 48.0, 48.0}; }
} // namespace

SceneLegend::SceneLegend(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void SceneLegend::setAxes(const Eigen::Matrix3d& axesOnScreen)
{
    m_cube.setAxes(axesOnScreen);
    update();
}

std::optional<scene::LookFrom> SceneLegend::sideAt(const QPointF& position) const
{
    return m_cube.sideAt(position);
}

void SceneLegend::setHovered(const std::optional<scene::LookFrom>& side)
{
    if (side == m_hovered)
        return;
    m_hovered = side;
    update();
}

void SceneLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_cube.setMiddle(cubeMiddle(size()));
}

void SceneLegend::setOverlay(const std::optional<scene::Overlay>& overlay, const QString& name)
{
    m_overlay = overlay;
    m_name = name;
    update();
}

void SceneLegend::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void SceneLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_cube.paint(painter, themeColor("canvasText"), themeColor("canvas"), m_hovered);
    if (m_overlay)
        paintColorBar(painter, size(), themeColor("canvasText"));
    if (isHintShown()) {
        painter.setFont(font());
        painter.setPen(themeColor("canvasText"));
        painter.setOpacity(0.62);
        painter.drawText(rect().adjusted(12, 0, -12, -8), Qt::AlignLeft | Qt::AlignBottom, m_hint);
    }
}

void SceneLegend::paint(QPainter& painter, const QSize& size, const QColor& text,
                        const QColor& ground) const
{
    OrientationCube cube = m_cube;
    cube.setMiddle(cubeMiddle(size));
    painter.setFont(font());
    cube.paint(painter, text, ground, {});
    if (m_overlay)
        paintColorBar(painter, size, text);
}

bool SceneLegend::isHintShown() const
{
    const int needed = fontMetrics().horizontalAdvance(m_hint) + 24;
    return !m_hint.isEmpty() && height() >= 320 && needed <= width();
}

QMargins SceneLegend::takenMargins() const
{
    return {0, 0, m_overlay ? kBarRoom : 0, isHintShown() ? fontMetrics().height() + 14 : 0};
}

void SceneLegend::paintColorBar(QPainter& painter, const QSize& size, const QColor& text) const
{
    const double barHeight = std::clamp(size.height() * 0.36, 60.0, 150.0);
    const QRectF bar(size.width() - 30, size.height() - 20 - barHeight, 10, barHeight);
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const scene::ColorMap& map = scene::colorMap(m_overlay->map);
    for (int stop = 0; stop <= 32; ++stop) {
        const scene::Rgb c = map.at(stop / 32.0);
        gradient.setColorAt(stop / 32.0, QColor(c.r, c.g, c.b));
    }
    const double span = std::max(1e-12, m_overlay->maximum - m_overlay->minimum);
    const auto yOf = [&](double value) {
        return bar.bottom()
               - bar.height() * std::clamp((value - m_overlay->minimum) / span, 0.0, 1.0);
    };
    const bool isTwoSided = m_overlay->isTwoSided;
    // A tail that is switched off is dark to its end and has no mark.
    const bool hasPositive = std::isfinite(m_overlay->threshold);
    const bool hasNegative = isTwoSided && std::isfinite(m_overlay->negativeThreshold);
    const double yThreshold = hasPositive ? yOf(m_overlay->threshold) : bar.top();
    const double yNegative = hasNegative ? yOf(-m_overlay->negativeThreshold) : bar.bottom();
    painter.fillRect(bar, gradient);
    painter.fillRect(QRectF(bar.left(), yThreshold, bar.width(), yNegative - yThreshold),
                     QColor(20, 24, 30, 190));
    painter.setPen(QPen(text, 1.5));
    const auto mark = [&](double y) {
        painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.right() + 4, y));
    };
    if (hasPositive)
        mark(yThreshold);
    if (hasNegative)
        mark(yNegative);

    painter.setFont(font());
    const QLocale locale;
    const auto write = [&](double y, double value) {
        painter.drawText(QRectF(0, y - 8, bar.left() - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         locale.toString(value, 'g', 3));
    };
    constexpr double kLine = 15;
    write(bar.top() + 5, m_overlay->maximum);
    if (isTwoSided)
        write(bar.bottom() - 5, m_overlay->minimum);
    const double lowest = bar.bottom() - 5 - (isTwoSided ? kLine : 0);
    const double yNumber = std::clamp(yThreshold, bar.top() + 5 + kLine, lowest);
    if (hasPositive)
        write(yNumber, m_overlay->threshold);
    // Tails that begin at one place, or too near for two numbers, are told by the marks.
    const double yOther = std::clamp(yNegative, bar.top() + 5 + kLine, lowest);
    if (hasNegative && (!hasPositive || yOther - yNumber >= kLine - 3))
        write(yOther, -m_overlay->negativeThreshold);
    painter.drawText(QRectF(0, bar.top() - 24, bar.right() + 2, 18),
                     Qt::AlignRight | Qt::AlignVCenter, m_name);
}

} // namespace fusiform

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
#include <ranges>

namespace fusiform {

namespace {
constexpr int kTrackMargin = 8;
constexpr int kBarHeight = 14;
constexpr double kNumberGap = 8;

QColor colorOf(const scene::Rgb& c) { return {c.r, c.g, c.b}; }
} // namespace

RangeSlider::RangeSlider(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Threshold and range of the map"));
    setToolTip(tr("Drag the left mark to set the threshold, the right mark to set the value with "
                  "the last colour; a map with two tails has a threshold for each. Arrow keys move "
                  "a mark, Ctrl and arrow go to the next one."));
}

void RangeSlider::setColorMap(scene::ColorMapName map)
{
    m_map = map;
    update();
}

void RangeSlider::setTwoSided(bool isTwoSided)
{
    m_isTwoSided = isTwoSided;
    if (!isTwoSided && m_last == Handle::Negative)
        m_last = Handle::Threshold;
    update();
}

void RangeSlider::setTailsShown(bool isPositiveShown, bool isNegativeShown)
{
    m_isPositiveShown = isPositiveShown;
    m_isNegativeShown = isNegativeShown;
    const std::vector<Handle> there = handles();
    if (std::ranges::find(there, m_last) == there.end())
        m_last = there.front();
    update();
}

void RangeSlider::setLimits(double minimum, double maximum)
{
    m_low = minimum;
    m_high = std::max(maximum, minimum + 1e-9);
    update();
}

void RangeSlider::setValues(const Values& values)
{
    m_values.threshold = std::clamp(values.threshold, m_low, m_high);
    m_values.negativeThreshold = std::clamp(values.negativeThreshold, m_low, m_high);
    const double least = m_isTwoSided ? std::max(m_values.threshold, m_values.negativeThreshold)
                                      : m_values.threshold;
    m_values.maximum = std::clamp(values.maximum, least, m_high);
    update();
}

QRectF RangeSlider::bar() const
{
    return {kTrackMargin, 6, static_cast<qreal>(width() - 2 * kTrackMargin), kBarHeight};
}

double RangeSlider::first() const { return m_isTwoSided ? -m_high : m_low; }

double RangeSlider::xOf(double value) const
{
    return bar().left() + bar().width() * (value - first()) / (m_high - first());
}

double RangeSlider::valueAt(double x) const
{
    const double share = (x - bar().left()) / std::max(1.0, bar().width());
    return std::clamp(first() + share * (m_high - first()), first(), m_high);
}

double RangeSlider::placeOf(Handle handle) const
{
    return handle == Handle::Negative    ? -m_values.negativeThreshold
           : handle == Handle::Threshold ? m_values.threshold
                                         : m_values.maximum;
}

std::vector<RangeSlider::Handle> RangeSlider::handles() const
{
    std::vector<Handle> there;
    if (m_isTwoSided && m_isNegativeShown)
        there.push_back(Handle::Negative);
    if (!m_isTwoSided || m_isPositiveShown)
        there.push_back(Handle::Threshold);
    there.push_back(Handle::Maximum);
    return there;
}

/// The nearest; where two lie on each other the one on that side.
RangeSlider::Handle RangeSlider::handleAt(double x) const
{
    Handle nearest = Handle::None;
    double least = 0;
    for (const Handle handle : handles()) {
        const double at = xOf(placeOf(handle));
        const double distance = std::abs(x - at);
        if (nearest == Handle::None || distance < least || (distance == least && x > at)) {
            nearest = handle;
            least = distance;
        }
    }
    return nearest;
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1.0 : 0.35);
    QLinearGradient gradient(bar().topLeft(), bar().topRight());
    const double lowest = m_isTwoSided ? -m_values.maximum : m_low;
    for (int stop = 0; stop <= 32; ++stop) {
        const double value = first() + stop / 32.0 * (m_high - first());
        gradient.setColorAt(stop / 32.0,
                            colorOf(scene::colorMap(m_map).at(
                                (value - lowest) / std::max(1e-12, m_values.maximum - lowest))));
    }
    QPainterPath outline;
    outline.addRoundedRect(bar(), 3, 3);
    painter.fillPath(outline, gradient);
    painter.save();
    painter.setClipPath(outline);
    paintHidden(painter);
    painter.restore();
    paintHandles(painter);
}

void RangeSlider::paintHidden(QPainter& painter) const
{
    const double from
        = m_isTwoSided && m_isNegativeShown ? xOf(-m_values.negativeThreshold) : bar().left();
    const double to = m_isTwoSided && !m_isPositiveShown ? bar().right() : xOf(m_values.threshold);
    const QRectF hidden(from, bar().top(), to - from, bar().height());
    painter.fillRect(hidden, themeColor("raised"));
    painter.fillRect(hidden, QBrush(themeColor("strongLine"), Qt::BDiagPattern));
}

void RangeSlider::paintHandles(QPainter& painter) const
{
    painter.setFont(font());
    struct Number {
        QString text;
        double left;
        double width;
    };
    std::vector<Number> numbers;
    for (const Handle handle : handles()) {
        const double value = placeOf(handle);
        const double x = xOf(value);
        const bool isActive = hasFocus() && m_last == handle;
        painter.setPen(QPen(themeColor("panel"), 1));
        painter.setBrush(isActive ? themeColor("accent") : themeColor("text"));
        painter.drawRoundedRect(QRectF(x - 3, bar().top() - 4, 6, kBarHeight + 8), 3, 3);
        // Tails that begin at one place share its number.
        if (handle == Handle::Threshold && m_isTwoSided && m_isNegativeShown
            && value + m_values.negativeThreshold == 0)
            continue;
        const QString text = QLocale().toString(value, 'g', 3);
        const double textWidth = fontMetrics().horizontalAdvance(text);
        numbers.push_back({text, x - textWidth / 2, textWidth});
    }
    // The last number stays inside, those before it make room.
    double end = width();
    for (Number& number : std::views::reverse(numbers)) {
        number.left = std::min(number.left, end - number.width);
        end = number.left - kNumberGap;
    }
    double free = 0;
    painter.setPen(themeColor("mutedText"));
    for (const Number& number : numbers) {
        const double left = std::max(number.left, free);
        free = left + number.width + kNumberGap;
        painter.drawText(QPointF(left, bar().bottom() + 6 + fontMetrics().ascent()), number.text);
    }
}

void RangeSlider::request(Handle handle, double value)
{
    m_last = handle;
    Values wanted = m_values;
    if (handle == Handle::Maximum) {
        const double least = m_isTwoSided ? std::max(wanted.threshold, wanted.negativeThreshold)
                                          : wanted.threshold;
        wanted.maximum = std::max(value, least);
    } else {
        const double size
            = std::clamp(handle == Handle::Negative ? -value : value, m_low, wanted.maximum);
        const bool isBoth = m_isTwoSided && m_areLinked;
        if (handle == Handle::Threshold || isBoth)
            wanted.threshold = size;
        if (handle == Handle::Negative || isBoth)
            wanted.negativeThreshold = size;
    }
    if (wanted != m_values)
        Q_EMIT valuesRequested(wanted);
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = handleAt(event->position().x());
    request(m_dragged, valueAt(event->position().x()));
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged != Handle::None)
        request(m_dragged, valueAt(event->position().x()));
}

void RangeSlider::mouseReleaseEvent(QMouseEvent*) { m_dragged = Handle::None; }

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    const bool isLeft = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
    const bool isRight = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
    if (!isLeft && !isRight) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::ControlModifier) { // the next mark
        const std::vector<Handle> there = handles();
        const auto at = std::ranges::find(there, m_last) - there.begin();
        const auto last = std::ssize(there) - 1;
        m_last = there[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(at + (isLeft ? -1 : 1), 0, last))];
        update();
        return;
    }
    const double step = (m_high - first()) / (m_isTwoSided ? 200 : 100);
    request(m_last, std::clamp(placeOf(m_last) + (isLeft ? -step : step), first(), m_high));
}

} // namespace fusiform

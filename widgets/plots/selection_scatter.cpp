// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/selection_scatter.h"

#include "core/report/axes.h"
#include "widgets/controls/theme_colors.h"
#include "widgets/plots/axis_name.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fusiform {

namespace {

constexpr int kScatterLeft = 56;
constexpr int kBottom = 40;
constexpr int kScatterMargin = 12;
constexpr int kBins = 144; // along each axis: a bin is a dot of two or three pixels
constexpr double kLineReach = 6; // pixels around a line that take hold of it

/// The range that holds all but the rarest values, with 0 inside and a little air.
std::pair<double, double> rangeOf(std::span<const float> values, double share)
{
    std::vector<float> sorted;
    std::ranges::copy_if(values, std::back_inserter(sorted),
                         [](float v) { return std::isfinite(v); });
    if (sorted.empty())
        return {-1, 1};
    const auto at = [&](double part) {
        const auto place
            = static_cast<std::ptrdiff_t>(part * static_cast<double>(sorted.size() - 1));
        std::ranges::nth_element(sorted, sorted.begin() + place);
        return static_cast<double>(sorted[static_cast<std::size_t>(place)]);
    };
    const double low = std::min(0.0, at(share));
    const double high = std::max(0.0, at(1 - share / 10));
    const double air = 0.05 * std::max(high - low, 1e-6);
    return {low - air, high + air};
}

/// The same opacities in the colour of the theme.
void tint(QImage& density)
{
    const QRgb ink = themeColor("accent").rgb() & RGB_MASK;
    for (int row = 0; row < density.height(); ++row) {
        auto* const line = reinterpret_cast<QRgb*>(density.scanLine(row));
        for (int column = 0; column < density.width(); ++column)
            line[column] = (line[column] & ~RGB_MASK) | ink;
    }
}

} // namespace

SelectionScatter::SelectionScatter(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("selectionScatter"));
    setAccessibleName(tr("Voxels by t and gain, with the lines of the criterion"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setToolTip(tr("Drag a line, or their crossing: the voxels above both become the region "
                  "\"criterion\", and the faces follow. Arrow keys move the lines."));
}

void SelectionScatter::setVoxels(std::span<const float> t, std::span<const float> gain)
{
    m_density = {};
    if (!t.empty()) {
        const auto [lowT, highT] = rangeOf(t, 0.001);
        const auto [lowGain, highGain] = rangeOf(gain, 0.001);
        m_plane = QRectF(lowT, lowGain, highT - lowT, highGain - lowGain);
        makeDensity(t, gain);
    }
    update();
}

void SelectionScatter::makeDensity(std::span<const float> t, std::span<const float> gain)
{
    std::vector<int> counts(static_cast<std::size_t>(kBins) * kBins, 0);
    for (std::size_t v = 0; v < t.size(); ++v) {
        const double x = (static_cast<double>(t[v]) - m_plane.x()) / m_plane.width();
        const double y = (static_cast<double>(gain[v]) - m_plane.y()) / m_plane.height();
        if (!(x >= 0 && x < 1 && y >= 0 && y < 1))
            continue;
        const auto column = static_cast<std::size_t>(x * kBins);
        const auto row = static_cast<std::size_t>((1 - y) * kBins * 0.999999);
        ++counts[row * kBins + column];
    }
    const double most = std::log1p(std::ranges::max(counts));
    QImage density(kBins, kBins, QImage::Format_ARGB32);
    for (int row = 0; row < kBins; ++row)
        for (int column = 0; column < kBins; ++column) {
            const int count = counts[static_cast<std::size_t>(row * kBins + column)];
            // Logarithmic: a single voxel is seen beside thousands.
            const double share = count == 0 ? 0 : 0.4 + 0.6 * std::log1p(count) / most;
            density.setPixel(column, row,
                             qRgba(0, 0, 0, static_cast<int>(255 * std::min(1.0, share))));
        }
    tint(density);
    m_density = density;
}

void SelectionScatter::setCriterion(const Criterion& criterion)
{
    m_criterion = criterion;
    update();
}

QRectF SelectionScatter::board() const
{
    return {static_cast<double>(kScatterLeft), static_cast<double>(kScatterMargin),
            std::max(20.0, static_cast<double>(width()) - kScatterLeft - kScatterMargin),
            std::max(20.0, static_cast<double>(height()) - kBottom - kScatterMargin)};
}

QPointF SelectionScatter::positionOf(const Criterion& point) const
{
    const QRectF b = board();
    return {b.left() + (point.t - m_plane.x()) / m_plane.width() * b.width(),
            b.bottom() - (point.gain - m_plane.y()) / m_plane.height() * b.height()};
}

SelectionScatter::Grip SelectionScatter::gripAt(const QPointF& position) const
{
    if (m_density.isNull()
        || !board().adjusted(-kLineReach, -kLineReach, kLineReach, kLineReach).contains(position))
        return {};
    const QPointF cross = positionOf(m_criterion);
    return {std::abs(position.x() - cross.x()) <= kLineReach,
            std::abs(position.y() - cross.y()) <= kLineReach};
}

void SelectionScatter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF b = board();
    if (m_density.isNull()) {
        painter.setPen(themeColor("mutedText"));
        painter.drawText(rect().adjusted(kScatterMargin, 0, -kScatterMargin, 0),
                         Qt::AlignCenter | Qt::TextWordWrap,
                         tr("This fit does not know how much the latents explain."));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(b, m_density);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintCriterion(painter);
}

void SelectionScatter::paintAxes(QPainter& painter) const
{
    const QRectF b = board();
    const QLocale locale;
    painter.setPen(themeColor("line"));
    painter.drawLine(b.bottomLeft(), b.bottomRight());
    painter.drawLine(b.bottomLeft(), b.topLeft());
    painter.setPen(themeColor("mutedText"));
    for (const double t : report::roundTicks({m_plane.left(), m_plane.right()}, 7)) {
        const QPointF at = positionOf({t, m_plane.top()});
        painter.drawText(QRectF(at.x() - 30, b.bottom() + 2, 60, 16), Qt::AlignCenter,
                         locale.toString(t, 'g', 4));
    }
    for (const double gain : report::roundTicks({m_plane.top(), m_plane.bottom()}, 6)) {
        const QPointF at = positionOf({m_plane.left(), gain});
        painter.drawText(QRectF(18, at.y() - 8, kScatterLeft - 22, 16),
                         Qt::AlignRight | Qt::AlignVCenter, locale.toString(gain, 'g', 3));
    }
    painter.drawText(QRectF(b.left(), b.bottom() + 18, b.width(), 18), Qt::AlignCenter,
                     tr("t (faces − fixation)"));
    paintAxisName(painter, b, 20, tr("gain in explained variance"));
}

void SelectionScatter::paintCriterion(QPainter& painter) const
{
    const QRectF b = board();
    const QPointF cross = positionOf(m_criterion);
    painter.save();
    painter.setClipRect(b);
    QColor veil = themeColor("panel");
    veil.setAlphaF(0.55F); // what is left out fades
    const double x = std::clamp(cross.x(), b.left(), b.right());
    const double y = std::clamp(cross.y(), b.top(), b.bottom());
    painter.fillRect(QRectF(b.left(), b.top(), x - b.left(), b.height()), veil);
    painter.fillRect(QRectF(x, y, b.right() - x, b.bottom() - y), veil);
    painter.setPen(QPen(themeColor("text"), 1.5));
    painter.drawLine(QPointF(cross.x(), b.top()), QPointF(cross.x(), b.bottom()));
    painter.drawLine(QPointF(b.left(), cross.y()), QPointF(b.right(), cross.y()));
    painter.setBrush(themeColor("text"));
    painter.drawEllipse(cross, 4, 4);
    painter.restore();
}

void SelectionScatter::request(Criterion criterion)
{
    criterion.t = std::clamp(criterion.t, m_plane.left(), m_plane.right());
    criterion.gain = std::clamp(criterion.gain, m_plane.top(), m_plane.bottom());
    if (criterion != m_criterion)
        Q_EMIT criterionRequested(criterion);
}

void SelectionScatter::mousePressEvent(QMouseEvent* event)
{
    m_grip = event->button() == Qt::LeftButton ? gripAt(event->position()) : Grip();
}

void SelectionScatter::mouseMoveEvent(QMouseEvent* event)
{
    const Grip over = m_grip.t || m_grip.gain ? m_grip : gripAt(event->position());
    setCursor(over.t && over.gain ? Qt::SizeAllCursor
              : over.t            ? Qt::SizeHorCursor
              : over.gain         ? Qt::SizeVerCursor
                                  : Qt::ArrowCursor);
    if (!m_grip.t && !m_grip.gain)
        return;
    const QRectF b = board();
    Criterion next = m_criterion;
    if (m_grip.t)
        next.t = m_plane.x() + (event->position().x() - b.left()) / b.width() * m_plane.width();
    if (m_grip.gain)
        next.gain
            = m_plane.y() + (b.bottom() - event->position().y()) / b.height() * m_plane.height();
    request(next);
}

void SelectionScatter::mouseReleaseEvent(QMouseEvent*)
{
    if (m_grip.t || m_grip.gain)
        Q_EMIT gestureEnded();
    m_grip = {};
}

void SelectionScatter::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && !m_density.isNull())
        tint(m_density);
    QWidget::changeEvent(event);
}

void SelectionScatter::keyPressEvent(QKeyEvent* event)
{
    const double share = event->modifiers() & Qt::ShiftModifier ? 0.05 : 0.01;
    Criterion next = m_criterion;
    switch (event->key()) {
    case Qt::Key_Left: next.t -= share * m_plane.width(); break;
    case Qt::Key_Right: next.t += share * m_plane.width(); break;
    case Qt::Key_Down: next.gain -= share * m_plane.height(); break;
    case Qt::Key_Up: next.gain += share * m_plane.height(); break;
    default: QWidget::keyPressEvent(event); return;
    }
    if (!m_density.isNull())
        request(next);
}

} // namespace fusiform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/figure_view.h"

#include "core/report/text_runs.h"
#include "widgets/controls/pictures.h"
#include "widgets/controls/theme_colors.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {

constexpr double kPixelsPerMm = 4.4; // text of 2.7 mm is then 12 pixels high
constexpr double kLargest = 16;

bool isDark() { return themeColor("panel").lightness() < 128; }

/// The series are Okabe and Ito's, lighter on a dark panel.
QColor themeInk(report::Ink ink)
{
    switch (ink) {
    case report::Ink::Text: return themeColor("text");
    case report::Ink::Muted: return themeColor("mutedText");
    case report::Ink::Grid: return themeColor("line");
    case report::Ink::First: return isDark() ? QColor(0x56b4e9) : QColor(0x0072b2);
    case report::Ink::Second: return isDark() ? QColor(0xf0a048) : QColor(0xd55e00);
    case report::Ink::Third: return isDark() ? QColor(0x3fc79a) : QColor(0x009e73);
    case report::Ink::Warning: return themeColor("error");
    case report::Ink::Back: return QColor(Qt::white);
    }
    return {};
}

QPolygonF polygon(const std::vector<report::Point>& points)
{
    QPolygonF result;
    for (const report::Point& p : points)
        result.append(QPointF(p.x, p.y));
    return result;
}

} // namespace

QColor FigureView::colorOf(report::Ink ink) const
{
    const std::string* const own = report::ownColor(m_figure, ink);
    return own ? QColor(QString::fromStdString(*own)) : themeInk(ink);
}

FigureView::FigureView(Translate translate, QWidget* parent)
    : QWidget(parent), m_translate(std::move(translate))
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureView::setFigure(Maker maker)
{
    m_maker = std::move(maker);
    m_scale = 1;
    m_shift = {};
    make();
    updateGeometry();
}

void FigureView::make()
{
    m_figure = m_maker ? m_maker(width() / kPixelsPerMm) : report::Figure{};
    const auto earlier = std::move(m_images);
    m_images.clear();
    for (const report::Raster& raster : m_figure.all<report::Raster>()) {
        const auto known = std::ranges::find(earlier, raster.picture.get(),
                                             [](const auto& image) { return image.first; });
        m_images.emplace_back(raster.picture.get(),
                              known != earlier.end() ? known->second : imageOf(*raster.picture));
    }
    setAccessibleName(m_translate(m_figure.title));
    update();
}

int FigureView::heightForWidth(int width) const
{
    if (!m_maker)
        return 0;
    const double height
        = width == this->width() ? m_figure.heightMm : m_maker(width / kPixelsPerMm).heightMm;
    return static_cast<int>(std::ceil(height * kPixelsPerMm));
}

QSize FigureView::sizeHint() const { return {720, heightForWidth(720)}; }

void FigureView::resizeEvent(QResizeEvent*)
{
    make();
    keepInside();
}

void FigureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_shift);
    painter.scale(m_scale * kPixelsPerMm, m_scale * kPixelsPerMm);
    for (const report::Element& element : m_figure.elements)
        std::visit([&](const auto& shape) { draw(painter, shape); }, element);
}

void FigureView::draw(QPainter& painter, const report::Polyline& line) const
{
    QPen pen(colorOf(line.ink), line.widthMm);
    pen.setJoinStyle(Qt::RoundJoin);
    if (line.isDashed)
        pen.setDashPattern({1.4 / line.widthMm, 1 / line.widthMm});
    painter.setPen(pen);
    painter.drawPolyline(polygon(line.points));
}

void FigureView::draw(QPainter& painter, const report::Area& area) const
{
    QColor color = colorOf(area.ink);
    color.setAlphaF(static_cast<float>(area.opacity));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(polygon(area.outline));
    painter.setBrush(Qt::NoBrush);
}

/// Drawn in pixels: fonts have no fractions of a pixel to be laid out in.
void FigureView::draw(QPainter& painter, const report::Label& label) const
{
    painter.save();
    painter.translate(label.at.x, label.at.y);
    painter.scale(1 / kPixelsPerMm, 1 / kPixelsPerMm);
    if (label.isUpright)
        painter.rotate(-90);
    painter.setPen(colorOf(label.ink));
    const auto runs = report::textRuns(m_translate(label.text).toStdString());
    const auto faceOf = [&](const report::TextRun& run) {
        const double size = label.sizeMm * kPixelsPerMm * (run.isRaised ? report::kRaisedSize : 1);
        QFont face = font();
        face.setPixelSize(std::max(1, static_cast<int>(std::lround(size))));
        face.setWeight(label.isBold ? QFont::DemiBold : QFont::Normal);
        return face;
    };
    const auto advanceOf = [&](const report::TextRun& run) {
        return QFontMetricsF(faceOf(run)).horizontalAdvance(QString::fromStdString(run.text));
    };
    double advance = 0;
    for (const report::TextRun& run : runs)
        advance += advanceOf(run);
    double x = label.align == report::Align::Left     ? 0
               : label.align == report::Align::Centre ? -advance / 2
                                                      : -advance;
    for (const report::TextRun& run : runs) {
        painter.setFont(faceOf(run));
        const double rise = run.isRaised ? report::kRaisedBy * label.sizeMm * kPixelsPerMm : 0;
        painter.drawText(QPointF(x, -rise), QString::fromStdString(run.text));
        x += advanceOf(run);
    }
    painter.restore();
}

void FigureView::draw(QPainter& painter, const report::Raster& raster) const
{
    const auto found = std::ranges::find(m_images, raster.picture.get(),
                                         [](const auto& image) { return image.first; });
    if (found == m_images.end())
        return;
    // Shrunk smoothly, so that no volume is left out; enlarged as it is, so that none is blurred.
    const double scale = kPixelsPerMm * m_scale * devicePixelRatioF();
    const QSize shown(std::max(1, static_cast<int>(std::lround(raster.box.width * scale))),
                      std::max(1, static_cast<int>(std::lround(raster.box.height * scale))));
    const QSize kept = found->second.size().boundedTo(shown);
    const bool isShrunk = kept != found->second.size();
    painter.drawImage(
        QRectF(raster.box.left, raster.box.top, raster.box.width, raster.box.height),
        isShrunk ? found->second.scaled(kept, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                 : found->second);
}

report::Point FigureView::placeOf(const QPointF& position) const
{
    const QPointF p = (position - m_shift) / (m_scale * kPixelsPerMm);
    return {p.x(), p.y()};
}

QString FigureView::tipAt(const QPointF& position) const
{
    const report::Spot* const spot = report::spotAt(m_figure, placeOf(position));
    return spot ? m_translate(spot->tip) : QString();
}

bool FigureView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

void FigureView::wheelEvent(QWheelEvent* event)
{
    // Without Ctrl the page scrolls, as everywhere.
    if (m_zoom == Zoom::Off || !event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const double factor = std::pow(1.2, event->angleDelta().y() / 120.0);
    const double scale = std::clamp(m_scale * factor, 1.0, kLargest);
    m_shift = event->position() - (event->position() - m_shift) * (scale / m_scale);
    m_scale = scale;
    keepInside();
    update();
    event->accept();
}

void FigureView::keepInside()
{
    const auto clamped = [this](double shift, int length) {
        return std::clamp(shift, length - length * m_scale, 0.0);
    };
    m_shift = {clamped(m_shift.x(), width()), clamped(m_shift.y(), height())};
}

void FigureView::mousePressEvent(QMouseEvent* event) { m_dragFrom = event->position(); }

void FigureView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_zoom == Zoom::Off || m_scale <= 1 || !event->buttons().testFlag(Qt::LeftButton))
        return;
    m_shift += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    keepInside();
    update();
}

void FigureView::mouseDoubleClickEvent(QMouseEvent*)
{
    m_scale = 1;
    m_shift = {};
    update();
}

} // namespace fusiform

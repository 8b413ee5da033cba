// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/paper_view.h"

#include "app/support/text.h"
#include "core/report/cairo_painter.h"

#include <QPainter>

#include <algorithm>

namespace fusiform {

PaperView::PaperView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PaperView::setFigure(const report::Figure& figure)
{
    m_figure = figure;
    m_drawn = {};
    setAccessibleName(translated(figure.title));
    update();
}

void PaperView::paintEvent(QPaintEvent*)
{
    constexpr double kMargin = 16;
    if (!(m_figure.widthMm > 0) || !(m_figure.heightMm > 0))
        return;
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double pixelsPerMm
        = std::min(room.width() / m_figure.widthMm, room.height() / m_figure.heightMm);
    QRectF paper(0, 0, pixelsPerMm * m_figure.widthMm, pixelsPerMm * m_figure.heightMm);
    paper.moveCenter(room.center());
    const double dots = 25.4 * pixelsPerMm * devicePixelRatioF();
    if (m_drawn.isNull() || std::abs(m_drawn.width() - paper.width() * devicePixelRatioF()) > 1) {
        report::CairoPainter painter
            = report::CairoPainter::picture(m_figure.widthMm, m_figure.heightMm, dots);
        painter.draw(m_figure, {0, 0});
        const std::string png = painter.bytes();
        m_drawn = QImage::fromData(reinterpret_cast<const uchar*>(png.data()),
                                   static_cast<int>(png.size()), "PNG");
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(paper.adjusted(-kMargin / 2, -kMargin / 2, kMargin / 2, kMargin / 2),
                     Qt::white);
    painter.drawImage(paper, m_drawn);
}

} // namespace fusiform

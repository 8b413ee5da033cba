// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/paper_view.h"

#include "app/support/text.h"
#include "core/report/svg.h"

#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace fusiform {

PaperView::PaperView(QWidget* parent) : QWidget(parent), m_svg(std::make_unique<QSvgRenderer>())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

PaperView::~PaperView() = default;

void PaperView::setFigure(const report::Figure& figure)
{
    m_svg->load(QByteArray::fromStdString(report::svgText(figure)));
    setAccessibleName(translated(figure.title));
    update();
}

void PaperView::paintEvent(QPaintEvent*)
{
    constexpr double kMargin = 16;
    const QSizeF size = m_svg->viewBoxF().size();
    if (size.isEmpty())
        return;
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double scale = std::min(room.width() / size.width(), room.height() / size.height());
    QRectF paper(QPointF(), scale * size);
    paper.moveCenter(room.center());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(paper.adjusted(-kMargin / 2, -kMargin / 2, kMargin / 2, kMargin / 2),
                     Qt::white);
    m_svg->render(&painter, paper);
}

} // namespace fusiform

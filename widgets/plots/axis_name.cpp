// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/axis_name.h"

#include <QPainter>

namespace fusiform {

void paintAxisName(QPainter& painter, const QRectF& board, double right, const QString& name)
{
    const QFontMetricsF metrics = painter.fontMetrics();
    painter.save();
    painter.translate(right, board.center().y());
    painter.rotate(-90);
    painter.drawText(
        QRectF(-board.height() / 2, -metrics.height(), board.height(), metrics.height()),
        Qt::AlignHCenter | Qt::AlignBottom,
        metrics.elidedText(name, Qt::ElideRight, board.height()));
    painter.restore();
}

} // namespace fusiform

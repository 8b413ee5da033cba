// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/swatch.h"

#include <QPainter>

namespace fusiform {

QIcon swatch(const QColor& color)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(5, 5, 22, 22);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace fusiform

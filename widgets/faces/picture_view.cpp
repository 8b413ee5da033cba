// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/picture_view.h"

#include <QPainter>

namespace fusiform {

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    m_scaled = {};
    update();
}

void PictureView::resizeEvent(QResizeEvent*) { m_scaled = {}; }

void PictureView::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull())
        return;
    if (m_scaled.isNull()) {
        m_scaled = m_picture.scaled(size() * devicePixelRatioF(), Qt::KeepAspectRatio,
                                    Qt::SmoothTransformation);
        m_scaled.setDevicePixelRatio(devicePixelRatioF());
    }
    const QSizeF shown = m_scaled.deviceIndependentSize();
    QPainter(this).drawImage(
        QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), m_scaled);
}

} // namespace fusiform

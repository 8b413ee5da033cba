// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/progress_strip.h"

#include "widgets/controls/theme_colors.h"

#include <QPainter>

#include <cmath>

namespace fusiform {

ProgressStrip::ProgressStrip(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(3);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
    m_timer.setInterval(33);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_phase = std::fmod(m_phase + 0.02, 1.0);
        update();
    });
}

void ProgressStrip::setRunning(double share)
{
    m_isRunning = true;
    m_share = share;
    if (share < 0 && !m_timer.isActive())
        m_timer.start();
    if (share >= 0)
        m_timer.stop();
    update();
}

void ProgressStrip::setIdle()
{
    m_isRunning = false;
    m_timer.stop();
    update();
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    if (!m_isRunning)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), themeColor("line"));
    const double w = width();
    if (m_share >= 0)
        painter.fillRect(QRectF(0, 0, w * m_share, height()), themeColor("accent"));
    else
        painter.fillRect(QRectF(w * (1.3 * m_phase - 0.3), 0, 0.3 * w, height()),
                         themeColor("accent"));
}

} // namespace fusiform

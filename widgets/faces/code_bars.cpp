// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/code_bars.h"

#include "widgets/controls/theme_colors.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace fusiform {

CodeBars::CodeBars(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setCursor(Qt::SizeVerCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Latent code"));
}

void CodeBars::setCode(const Eigen::VectorXd& code)
{
    m_code = code;
    update();
}

void CodeBars::setRange(const Eigen::VectorXd& low, const Eigen::VectorXd& high)
{
    m_low = low;
    m_high = high;
    update();
}

double CodeBars::reach() const
{
    // Kept while a bar is dragged: a scale that runs away from the pointer cannot be aimed at.
    double reach = m_low.size() > 0
                       ? 1.25 * std::max(-m_low.minCoeff(), m_high.maxCoeff())
                       : (m_code.size() > 0 ? 1.25 * m_code.cwiseAbs().maxCoeff() : 1.0);
    return reach > 0 ? reach : 1.0;
}

double CodeBars::yOf(double value) const
{
    const double middle = height() / 2.0;
    return middle - std::clamp(value / reach(), -1.0, 1.0) * (middle - 2);
}

int CodeBars::latentAt(double x) const
{
    const auto latents = static_cast<int>(m_code.size());
    if (latents == 0 || x < 0 || x >= width())
        return -1;
    return std::min(static_cast<int>(x * latents / width()), latents - 1);
}

QString CodeBars::tipOf(int latent) const
{
    if (latent < 0 || latent >= m_code.size())
        return {};
    const QLocale locale;
    const QString value = locale.toString(m_code[latent], 'f', 2);
    if (m_low.size() != m_code.size())
        return tr("Latent %1: %2").arg(latent + 1).arg(value);
    return tr("Latent %1: %2 (pictures: %3 to %4)")
        .arg(latent + 1)
        .arg(value, locale.toString(m_low[latent], 'f', 2),
             locale.toString(m_high[latent], 'f', 2));
}

void CodeBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColor("raised"));
    const auto latents = static_cast<int>(m_code.size());
    if (latents == 0)
        return;
    const double step = width() / static_cast<double>(latents);
    const double bar = std::max(step * 0.75, 1 / devicePixelRatioF());
    if (m_low.size() == m_code.size()) {
        QColor band = themeColor("mutedText");
        band.setAlphaF(0.16F);
        for (int k = 0; k < latents; ++k)
            painter.fillRect(QRectF(k * step, yOf(m_high[k]), step, yOf(m_low[k]) - yOf(m_high[k])),
                             band);
    }
    painter.fillRect(QRectF(0, yOf(0) - 0.5, width(), 1), themeColor("strongLine"));
    painter.setRenderHint(QPainter::Antialiasing);
    for (int k = 0; k < latents; ++k) {
        const bool isOutside
            = m_low.size() == m_code.size() && (m_code[k] < m_low[k] || m_code[k] > m_high[k]);
        const double zero = yOf(0);
        const double y = yOf(m_code[k]);
        painter.fillRect(
            QRectF(k * step + (step - bar) / 2, std::min(y, zero), bar, std::abs(y - zero)),
            isOutside        ? themeColor("warning")
            : k == m_hovered ? themeColor("text")
                             : themeColor("accent"));
    }
}

bool CodeBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), tipOf(latentAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void CodeBars::setHovered(int latent)
{
    if (m_hovered == latent)
        return;
    m_hovered = latent;
    update();
}

void CodeBars::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragged = latentAt(event->position().x());
}

void CodeBars::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragged < 0)
        return setHovered(latentAt(event->position().x()));
    const double middle = height() / 2.0;
    const double value = (middle - event->position().y()) / (middle - 2) * reach();
    Q_EMIT valueRequested(m_dragged, std::clamp(value, -reach(), reach()));
    QToolTip::showText(event->globalPosition().toPoint(), tipOf(m_dragged), this);
}

void CodeBars::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_dragged >= 0) {
        m_dragged = -1;
        Q_EMIT dragEnded();
    }
}

void CodeBars::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int latent = latentAt(event->position().x()); latent >= 0)
        Q_EMIT resetRequested(latent);
}

void CodeBars::leaveEvent(QEvent*) { setHovered(-1); }

} // namespace fusiform

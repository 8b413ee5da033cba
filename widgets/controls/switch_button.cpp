// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/switch_button.h"

#include "widgets/controls/theme_colors.h"

#include <QPainter>

namespace fusiform {

namespace {
constexpr int kTrackWidth = 30;
constexpr int kTrackHeight = 16;
constexpr int kSwitchGap = 8;
} // namespace

SwitchButton::SwitchButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SwitchButton::sizeHint() const
{
    return {kTrackWidth + kSwitchGap + fontMetrics().horizontalAdvance(text()) + 4,
            qMax(kTrackHeight + 4, fontMetrics().height() + 4)};
}

void SwitchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(1, (height() - kTrackHeight) / 2.0, kTrackWidth, kTrackHeight);
    const bool isLit = isChecked() && isEnabled();
    painter.setPen(hasFocus() ? QPen(themeColor("accent"), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isLit ? themeColor("accent") : themeColor("strongLine"));
    painter.drawRoundedRect(track, kTrackHeight / 2.0, kTrackHeight / 2.0);
    const qreal diameter = kTrackHeight - 4;
    const qreal x = isChecked() ? track.right() - diameter - 2 : track.left() + 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLit ? themeColor("accentText") : themeColor("panel"));
    painter.drawEllipse(QRectF(x, track.top() + 2, diameter, diameter));
    painter.setPen(isEnabled() ? themeColor("text") : themeColor("faintText"));
    painter.drawText(rect().adjusted(kTrackWidth + kSwitchGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace fusiform
